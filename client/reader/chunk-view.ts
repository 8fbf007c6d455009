import type { Node } from 'prosemirror-model';
import type { NodeView, ViewMutationRecord } from 'prosemirror-view';

/** The element of a chunk. Its own attributes are the reader's to change; ProseMirror minds the content. */
export class ChunkView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = this.dom;
  readonly #index: number;

  constructor(node: Node) {
    this.dom.className = 'chunk';
    this.#index = node.attrs.index as number;
  }

  update(node: Node): boolean {
    return node.attrs.index === this.#index;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom;
  }
}

/**
 * Leaves a chunk out of layout while it is far from sight, taking `height` pixels instead. Near ones are
 * laid out for certain, so that none is blank for a frame after a jump.
 */
export function setFar(chunk: HTMLElement, far: boolean, height: number): void {
  chunk.classList.toggle('far', far);
  if (far) chunk.style.containIntrinsicBlockSize = `auto ${height}px`;
}
