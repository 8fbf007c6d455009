import type { EditorView } from 'prosemirror-view';
import { wholeOf } from './folded.ts';
import { foldedOf } from './plugins/folds.ts';
import { positionsOf } from './plugins/window.ts';

export interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const isNowhere = ({ left, right, top, bottom }: Place): boolean =>
  left === 0 && right === 0 && top === 0 && bottom === 0;

/** Where an offset of the window stands on the screen; what a lens hides stands where its chip does. */
export function placeOf(view: EditorView, offset: number, side: number): Place {
  const positions = positionsOf(view.state);
  const place = view.coordsAtPos(positions.positionOf(offset), side);
  if (!isNowhere(place)) return place;
  const folded = foldedOf(view.state);
  const isEnd = side < 0;
  const fold = folded.hiding(isEnd ? offset - 1 : offset) ?? folded.hiding(isEnd ? offset : offset - 1);
  if (!fold) return place;
  const { start, end } = wholeOf(fold);
  const chip = view.dom.querySelector(`.chip[data-start="${start}"][data-end="${end}"]`);
  if (chip) {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    const edge = isEnd ? right : left;
    return { left: edge, right: edge, top, bottom };
  }
  const shown = folded.shown({ start: offset, end: Math.min(offset + 1_000, positions.span.end) });
  const behind = view.coordsAtPos(positions.positionOf(shown?.start ?? fold.end), 1);
  if (!isNowhere(behind)) return behind;
  const { node } = view.domAtPos(positions.positionOf(fold.start));
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.chunk')?.getBoundingClientRect() ?? place;
}
