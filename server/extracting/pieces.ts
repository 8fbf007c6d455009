import type { Place } from '../../shared/model/derivation.ts';
import type { InlineKind, TextBuilder } from './text-builder.ts';

/** A bit of text with what it looks like. */
export interface Piece {
  text: string;
  /** Where it came from; nothing for a mark that is put in. */
  readonly at?: Place;
  /** Outer first: a link, then strong, then emphasis. */
  readonly inlines: readonly InlineKind[];
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
