import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { ChunkView } from './chunk-view.ts';
import type { LoadedText } from './loaded-text.ts';
import { chunksOf, type Run } from './plan.ts';
import { windowPlugin } from './plugins/window.ts';
import { Positions } from './positions.ts';
import { chunkNode, schema } from './schema.ts';
import type { Stage } from './stage.ts';
import type { Face, TextSetting } from './types.ts';

export interface MountSettings {
  readonly face: Face;
  readonly label: string;
  readonly plugins: readonly Plugin[];
  /** How the text is set. */
  readonly setting: TextSetting;
  /** Prepares the first state before anything is shown. */
  readonly prepare: (state: EditorState, chunks: readonly number[]) => EditorState;
  readonly dispatch: (view: EditorView, tr: Transaction) => void;
}

/** Puts a run of chunks, which must be at hand, on the page. */
export function mount(stage: Stage, text: LoadedText, run: Run, settings: MountSettings): EditorView {
  const chunks = chunksOf(run);
  const positions = positionsFor(text, run);
  const state = EditorState.create({
    doc: schema.node(
      'doc',
      null,
      chunks.map(chunk => nodeOf(text, positions, chunk, settings.setting)),
    ),
    plugins: [windowPlugin(positions), ...settings.plugins],
  });
  const element = document.createElement('div');
  element.className = `reader-text ${settings.face}`;
  stage.sheet.prepend(element);
  const view: EditorView = new EditorView(
    { mount: element },
    {
      state: settings.prepare(state, chunks),
      nodeViews: { chunk: node => new ChunkView(node) },
      dispatchTransaction: tr => settings.dispatch(view, tr),
      attributes: { 'aria-label': settings.label },
    },
  );
  return view;
}

/** Where the chunks of a run stand in the editor; those that were mounted `before` are taken over. */
export const positionsFor = (text: LoadedText, run: Run, before?: Positions): Positions =>
  new Positions(chunksOf(run).map(index => before?.chunk(index) ?? text.mounted(index)));

/** @returns the editor's node for a chunk */
export const nodeOf = (text: LoadedText, positions: Positions, chunk: number, setting: TextSetting): Node =>
  chunkNode(positions.chunk(chunk)!, text.chunkText(chunk), setting);
