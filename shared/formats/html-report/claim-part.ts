import { describe } from '../../claim-types/describe.ts';
import { claimType } from '../../claim-types/registry.ts';
import type { Claim } from '../../model/claim.ts';
import { fit, stance, verdict, workflow } from '../../model/scales.ts';
import type { Evidence, Source } from '../../model/source.ts';
import { esc, labelOf, paragraphs, signed, sourceLink } from './words.ts';

/**
 * Writes a claim with its evidence and notes.
 * @param place where in the original it stands, where that is another file than the text
 */
export function claimPart(
  claim: Claim,
  entity: string | undefined,
  sources: ReadonlyMap<string, Source>,
  place?: string,
): string {
  const type = claimType(claim.type);
  const value = describe(claim, 'en');
  const rows: (readonly [string, string])[] = [
    ...(value === claim.anchor.quote.exact ? [] : [['Value', esc(value)] as const]),
    ...Object.entries(claim.fields).map(
      ([name, words]) =>
        [type?.fields.find(field => field.name === name)?.label ?? name, esc(words)] as const,
    ),
    ...(place === undefined ? [] : [['In the original', esc(place)] as const]),
    ...(entity === undefined ? [] : [['Names', esc(entity)] as const]),
    ...claim.settled.flatMap(({ preferred }) =>
      preferred === undefined ? [] : [['Preferred form', esc(preferred)] as const],
    ),
    ...(claim.tags.length === 0 ? [] : [['Tags', esc(claim.tags.join(', '))] as const]),
  ];
  return [
    `<article class="claim" id="claim-${claim.id}"><p>`,
    `<span class="mark">${esc(type?.label ?? claim.type)}</span>`,
    claim.verdict === undefined
      ? '<span class="mark open">No verdict</span>'
      : `<span class="mark">${esc(labelOf(verdict.steps, claim.verdict))}</span>`,
    `<span class="meta">${esc(labelOf(workflow.steps, claim.workflow))}</span></p>`,
    `<blockquote>${esc(claim.anchor.quote.exact)}</blockquote>`,
    rows.length === 0
      ? ''
      : `<dl>${rows.map(([name, words]) => `<dt>${esc(name)}</dt><dd>${words}</dd>`).join('')}</dl>`,
    claim.evidence.length === 0
      ? ''
      : `<ul>${claim.evidence.map(evidence => evidencePart(evidence, sources)).join('')}</ul>`,
    ...claim.notes.map(({ text, by, at }) => `${paragraphs(text)}<p>${signed(by, at)}</p>`),
    `<p>${signed(claim.createdBy, claim.createdAt)}${claim.evidence.length === 0 ? '<span class="meta"> · No evidence.</span>' : ''}</p></article>\n`,
  ].join('');
}

function evidencePart(evidence: Evidence, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(evidence.sourceId ?? '');
  const quote = evidence.quote ?? evidence.passage?.quote.exact;
  return [
    `<li><b>${esc(labelOf(stance.steps, evidence.stance))}</b>`,
    source ? `: ${sourceLink(source)}` : ': a passage on this desk',
    evidence.locator === undefined ? '' : `, ${esc(evidence.locator)}`,
    evidence.fit === undefined ? '' : ` (${esc(labelOf(fit.steps, evidence.fit).toLowerCase())})`,
    quote === undefined || quote === '' ? '' : `<blockquote>${esc(quote)}</blockquote>`,
    evidence.note === undefined ? '' : paragraphs(evidence.note),
    '</li>',
  ].join('');
}
