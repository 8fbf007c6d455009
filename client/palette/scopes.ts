import { msg } from '@lit/localize';
import type { FindableKind } from '../../shared/api/routes/search.ts';

/** What can be found here: things on the desk, and what can be done. */
export type PaletteKind = FindableKind | 'command';

/** A kind of things alone: what is typed first to find nothing else. */
export interface Scope {
  readonly kind: PaletteKind;
  /** The signs that ask for it; the first is the one that is shown. */
  readonly signs: readonly string[];
  /** Whether the sign belongs to what is sought as well. */
  readonly isKept?: boolean;
}

/** In the order in which what is found is shown. */
export const scopes: readonly Scope[] = [
  { kind: 'document', signs: ['/'] },
  { kind: 'command', signs: ['>'] },
  { kind: 'entity', signs: ['@'] },
  { kind: 'claim', signs: ['#'] },
  { kind: 'passage', signs: ['"', '“', '«', '„'], isKept: true },
  { kind: 'conflict', signs: ['!', '≠'] },
  { kind: 'source', signs: ['['] },
];

/** What was typed, read: the kind that is asked for alone, if any, and the words. */
export interface Asked {
  readonly scope: Scope | undefined;
  readonly words: string;
}

export function readAsked(typed: string): Asked {
  const text = typed.trimStart();
  const scope = scopes.find(({ signs }) => signs.some(sign => text.startsWith(sign)));
  if (!scope || scope.isKept) return { scope, words: text };
  return { scope, words: text.slice(1).trimStart() };
}

/** A heading over things of a kind. */
export function sayKind(kind: PaletteKind): string {
  switch (kind) {
    case 'document':
      return msg('Documents');
    case 'passage':
      return msg('Passages');
    case 'claim':
      return msg('Claims');
    case 'entity':
      return msg('Entities');
    case 'conflict':
      return msg('Conflicts');
    case 'source':
      return msg('Sources');
    case 'command':
      return msg('What can be done');
  }
}
