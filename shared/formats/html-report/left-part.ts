import type { Claim } from '../../model/claim.ts';
import { currentRevision, type Document } from '../../model/document.ts';
import { esc } from './words.ts';

/** What is still to be done about the claims of one text. */
export interface Left {
  readonly title: string;
  /** Of how many claims. */
  readonly claims: number;
  /** Open, being checked or returned. */
  readonly unticked: number;
  readonly withoutVerdict: number;
  /** Standing on an earlier revision, until somebody places them in the current text. */
  readonly toPlace: number;
}

const TICKED: ReadonlySet<Claim['workflow']> = new Set(['checked', 'in-review', 'signed-off']);

/** @returns the texts about whose claims something is still to be done, in the order given */
export function leftOf(documents: readonly Document[], claims: readonly Claim[]): Left[] {
  return documents.flatMap(document => {
    const current = currentRevision(document).id;
    const own = claims.filter(({ anchor }) => anchor.documentId === document.id);
    const left: Left = {
      title: document.title,
      claims: own.length,
      unticked: own.filter(({ workflow }) => !TICKED.has(workflow)).length,
      withoutVerdict: own.filter(({ verdict }) => verdict === undefined).length,
      toPlace: own.filter(({ anchor }) => anchor.revision !== current).length,
    };
    return left.unticked + left.withoutVerdict + left.toPlace > 0 ? [left] : [];
  });
}

/** Writes what is left to do as a table; nothing where nothing is. */
export function leftPart(left: readonly Left[]): string {
  if (left.length === 0) return '';
  const heads = ['Claims', 'Not ticked', 'No verdict', 'To place'];
  const rows = left.map(({ title, claims, unticked, withoutVerdict, toPlace }) =>
    [
      `<th scope="row">${esc(title)}</th>`,
      ...[claims, unticked, withoutVerdict, toPlace].map(count => `<td class="number">${count}</td>`),
    ].join(''),
  );
  return `<table><thead><tr><th scope="col">Text</th>${heads
    .map(head => `<th scope="col" class="number">${head}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(row => `<tr>${row}</tr>`).join('')}</tbody></table>\n`;
}
