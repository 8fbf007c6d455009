import type { Place } from '../../../../shared/model/derivation.ts';
import type { InlineKind, TextBuilder } from '../../text-builder.ts';

/** A bit of a paragraph's text with what it looks like. */
export interface Piece {
  text: string;
  /** Where it came from; nothing for a mark that is put in. */
  readonly at?: Place;
  /** Outer first: a link, then strong, then emphasis. */
  readonly inlines: readonly InlineKind[];
}

/** @returns pieces without white space at their beginning and end, and without those that are empty then */
export function trimmed(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.map(piece => ({ ...piece }));
  for (const piece of kept) {
    piece.text = piece.text.replace(/^[ \t\n]+/, '');
    if (piece.text !== '') break;
  }
  for (const piece of kept.toReversed()) {
    piece.text = piece.text.replace(/[ \t\n]+$/, '');
    if (piece.text !== '') break;
  }
  return kept.filter(({ text }) => text !== '');
}

/** Adds pieces to a text; neighbours that look the same are one inline. */
export function addPieces(builder: TextBuilder, pieces: readonly Piece[]): void {
  let open: readonly InlineKind[] = [];
  const become = (wanted: readonly InlineKind[]): void => {
    let same = 0;
    while (same < open.length && same < wanted.length && alike(open[same]!, wanted[same]!)) same++;
    for (let i = open.length; i > same; i--) builder.closeInline();
    for (const inline of wanted.slice(same)) builder.openInline(inline);
    open = wanted;
  };
  for (const { text, at, inlines } of pieces) {
    become(inlines);
    if (at) builder.add(text, at);
    else builder.mark(text);
  }
  become([]);
}

const alike = (a: InlineKind, b: InlineKind): boolean =>
  a.kind === b.kind && (a.kind !== 'link' || b.kind !== 'link' || a.href === b.href);
