import { describe } from '../../claim-types/describe.ts';
import type { Claim } from '../../model/claim.ts';
import type { Evidence, Source } from '../../model/source.ts';
import type { ReportTongue } from './report-tongue.ts';
import { esc, own, paragraphs, sayMarkup, signed, sourceLink } from './words.ts';

/** What a claim is written with. */
export interface ClaimContext {
  readonly tongue: ReportTongue;
  /** The preferred form of the entity that the claim names. */
  readonly entity: string | undefined;
  readonly sources: ReadonlyMap<string, Source>;
  /** Where in the original it stands, where that is another file than the text. */
  readonly place: string | undefined;
  /** BCP 47 tag of the text's language, where it is known. */
  readonly language: string | undefined;
}

/** Writes a claim with its evidence and notes. */
export function claimPart(claim: Claim, context: ClaimContext): string {
  const { tongue, entity, place, language } = context;
  const value = describe(claim, tongue.tag);
  const { exact } = claim.anchor.quote;
  const lang = language === undefined ? '' : ` lang="${esc(language)}"`;
  const rows: (readonly [string, string])[] = [
    ...(value === exact ? [] : [[tongue.say('value'), own(value)] as const]),
    ...Object.entries(claim.fields).map(([name, given]) => {
      const [label, words] = tongue.field(claim.type, name, given);
      return [label, own(words)] as const;
    }),
    ...(place === undefined ? [] : [[tongue.say('inOriginal'), own(place)] as const]),
    ...(entity === undefined ? [] : [[tongue.say('entity'), own(entity)] as const]),
    ...claim.settled.flatMap(({ preferred }) =>
      preferred === undefined ? [] : [[tongue.say('preferred'), own(preferred)] as const],
    ),
    ...(claim.tags.length === 0 ? [] : [[tongue.say('tags'), claim.tags.map(own).join(', ')] as const]),
  ];
  const nothing =
    claim.evidence.length === 0 ? `<span class="meta"> · ${esc(tongue.say('noEvidence'))}</span>` : '';
  return [
    `<article class="claim" id="claim-${claim.id}"><p>`,
    `<span class="mark">${esc(tongue.type(claim.type))}</span>`,
    claim.verdict === undefined
      ? `<span class="mark open">${esc(tongue.say('noVerdict'))}</span>`
      : `<span class="mark">${esc(tongue.words.verdict[claim.verdict])}</span>`,
    `<span class="meta">${esc(tongue.words.workflow[claim.workflow])}</span></p>`,
    `<blockquote dir="auto"${lang}>${esc(exact)}</blockquote>`,
    rows.length === 0
      ? ''
      : `<dl>${rows.map(([name, words]) => `<dt>${esc(name)}</dt><dd>${words}</dd>`).join('')}</dl>`,
    claim.evidence.length === 0
      ? ''
      : `<ul>${claim.evidence.map(evidence => evidencePart(evidence, context)).join('')}</ul>`,
    ...claim.notes.map(
      ({ text, by, at }) => `<div class="said">${paragraphs(text)}<p>${signed(tongue, by, at)}</p></div>`,
    ),
    `<p class="meta">${sayMarkup(tongue, 'markedBy', { who: signed(tongue, claim.createdBy, claim.createdAt) })}${nothing}</p></article>\n`,
  ].join('');
}

function evidencePart(evidence: Evidence, { tongue, sources }: ClaimContext): string {
  const source = sources.get(evidence.sourceId ?? '');
  const quote = evidence.quote ?? evidence.passage?.quote.exact;
  return [
    '<li>',
    sayMarkup(tongue, 'evidence', {
      stance: `<b>${esc(tongue.words.stance[evidence.stance])}</b>`,
      source: source ? sourceLink(tongue, source) : esc(tongue.say('passageHere')),
    }),
    evidence.locator === undefined ? '' : `, ${own(evidence.locator)}`,
    evidence.fit === undefined
      ? ''
      : ` (${esc(tongue.words.fit[evidence.fit].toLocaleLowerCase(tongue.tag))})`,
    quote === undefined || quote === '' ? '' : `<blockquote dir="auto">${esc(quote)}</blockquote>`,
    evidence.note === undefined ? '' : paragraphs(evidence.note),
    '</li>',
  ].join('');
}
