import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Positions } from '../positions.ts';
import { firstEndingAfter } from '../spans.ts';
import type { Fold } from '../types.ts';
import { positionsOf } from './window.ts';

class Folds {
  constructor(
    /** Ascending and apart. */
    readonly all: readonly Fold[],
    readonly positions: Positions | null,
    readonly decorations: DecorationSet,
  ) {}
}

const key = new PluginKey<Folds>('folds');

function chipOf(fold: Fold): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'chip';
  chip.contentEditable = 'false';
  chip.dataset.from = String(fold.start);
  chip.dataset.to = String(fold.end);
  chip.textContent = fold.chip!.text;
  chip.setAttribute('role', 'img');
  chip.setAttribute('aria-label', fold.chip!.description);
  return chip;
}

function decorate(folds: readonly Fold[], positions: Positions, state: EditorState): DecorationSet {
  const { start, end } = positions.span;
  const decorations: Decoration[] = [];
  for (let i = firstEndingAfter(folds, start); i < folds.length && folds[i]!.start < end; i++) {
    const fold = folds[i]!;
    const from = positions.positionOf(fold.start);
    const to = positions.positionOf(fold.end);
    if (fold.chip && fold.start >= start)
      decorations.push(
        Decoration.widget(from, () => chipOf(fold), { side: -1, key: `${fold.start}-${fold.end}` }),
      );
    decorations.push(Decoration.inline(from, to, { class: 'folded' }));
  }
  return DecorationSet.create(state.doc, decorations);
}

/** Hides what a lens folds and shows its chips. Offsets stay those of the raw text. */
export const foldsPlugin = (): Plugin<Folds> =>
  new Plugin({
    key,
    state: {
      init: () => new Folds([], null, DecorationSet.empty),
      apply(tr, before, _old, state) {
        const all = (tr.getMeta(key) as readonly Fold[] | undefined) ?? before.all;
        const positions = positionsOf(state);
        if (all === before.all && positions === before.positions) return before;
        const decorations = all.length ? decorate(all, positions, state) : DecorationSet.empty;
        return new Folds(all, positions, decorations);
      },
    },
    props: { decorations: state => key.getState(state)!.decorations },
  });

/** Replaces what is folded (ascending, apart). */
export const setFolds = (tr: Transaction, folds: readonly Fold[]): Transaction => tr.setMeta(key, folds);
