import type { Claim } from '../../model/claim.ts';
import { currentRevision, type Document } from '../../model/document.ts';
import type { ReportTongue } from './report-tongue.ts';
import { esc, titleWords } from './words.ts';

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
export function leftPart(tongue: ReportTongue, left: readonly Left[]): string {
  if (left.length === 0) return '';
  const heads = (['claimsHead', 'notTicked', 'noVerdict', 'toPlace'] as const).map(key => tongue.say(key));
  const rows = left.map(({ title, claims, unticked, withoutVerdict, toPlace }) =>
    [
      `<th scope="row" dir="auto">${esc(titleWords(tongue, title))}</th>`,
      ...[claims, unticked, withoutVerdict, toPlace].map(
        count => `<td class="number">${esc(tongue.number(count))}</td>`,
      ),
    ].join(''),
  );
  return `<div class="wide" tabindex="0" role="region" aria-label="${esc(tongue.say('unresolvedHead'))}"><table><thead><tr><th scope="col">${esc(tongue.say('text'))}</th>${heads
    .map(head => `<th scope="col" class="number">${esc(head)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(row => `<tr>${row}</tr>`).join('')}</tbody></table></div>\n`;
}
