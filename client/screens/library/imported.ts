import { msg, str } from '@lit/localize';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayClaims } from './words.ts';

/** @param added how many objects came in, by kind @returns them in words: "2 documents, 31 claims." */
export function sayImported(added: Readonly<Record<string, number>>): string {
  const parts = Object.entries(added)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => sayKind(kind, number));
  return parts.length > 0 ? `${parts.join(', ')}.` : msg('It holds nothing that was not here already.');
}

function sayKind(kind: string, number: number): string {
  const n = sayNumber(number);
  switch (kind.replace(/s$/, '').replace(/ie$/, 'y')) {
    case 'document':
      return plural(number, msg(str`${n} {document¦documents}`));
    case 'claim':
      return sayClaims(number);
    case 'source':
      return plural(number, msg(str`${n} {source¦sources}`));
    case 'entity':
      return plural(number, msg(str`${n} {entity¦entities}`));
    case 'conflict':
      return plural(number, msg(str`${n} {conflict¦conflicts}`));
    default:
      return `${n} ${kind}`;
  }
}
