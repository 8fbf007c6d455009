import { msg, str } from '@lit/localize';
import { sayClaims, sayNumber } from './words.ts';

/** @param added how many objects came in, by kind @returns them in words: "2 documents, 31 claims." */
export function sayImported(added: Readonly<Record<string, number>>): string {
  const parts = Object.entries(added)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => sayKind(kind, number));
  return parts.length > 0 ? `${parts.join(', ')}.` : msg('It holds nothing that was not here already.');
}

function sayKind(kind: string, number: number): string {
  const n = sayNumber(number);
  const one = number === 1;
  switch (kind.replace(/s$/, '').replace(/ie$/, 'y')) {
    case 'document':
      return one ? msg('1 document') : msg(str`${n} documents`);
    case 'claim':
      return sayClaims(number);
    case 'source':
      return one ? msg('1 source') : msg(str`${n} sources`);
    case 'entity':
      return one ? msg('1 entity') : msg(str`${n} entities`);
    case 'conflict':
      return one ? msg('1 conflict') : msg(str`${n} conflicts`);
    default:
      return `${n} ${kind}`;
  }
}
