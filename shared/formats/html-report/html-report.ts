import { type Language, languageCodes } from '../../languages/languages.ts';
import type { Claim } from '../../model/claim.ts';
import { decisionInForce } from '../../model/conflict.ts';
import { verdict } from '../../model/scales.ts';
import type { DeskView, Format } from '../format.ts';
import { InOriginal } from '../in-original.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { byId, inTextOrder } from '../order.ts';
import { inPieces } from '../pieces.ts';
import { documentsOf } from '../scope.ts';
import { present } from '../select.ts';
import { claimPart } from './claim-part.ts';
import { conflictPart } from './conflict-part.ts';
import { leftOf, leftPart } from './left-part.ts';
import { type ReportTongue, reportTongue } from './report-tongue.ts';
import { STYLE } from './style.ts';
import { esc, sourceLink, titleWords } from './words.ts';

/**
 * A page to read and to print: what is unresolved, the conflicts and decisions, every claim with its evidence, the
 * sources. It runs no script.
 */
export const htmlReport: Format = {
  id: 'html-report',
  label: 'Report to read and print (HTML)',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  languages: languageCodes,
  encode: (desk, losses, { language = 'en' }) => inPieces(write(desk, losses, language)),
};

async function* write(desk: DeskView, losses: Losses, language: Language): AsyncGenerator<string> {
  const tongue = reportTongue(language);
  const say = (...given: Parameters<ReportTongue['say']>) => esc(tongue.say(...given));
  const live = present(desk.objects);
  leaveOfDesk(losses, desk, ['history', 'removed', 'refusals', 'former-texts']);
  losses.add('texts', 'The texts themselves.', undefined, live.document.length);
  const claims = inTextOrder(live.claim).map(({ object }) => object);
  const conflicts = byId(live.conflict).map(({ object }) => object);
  const open = conflicts.filter(conflict => !decisionInForce(conflict));
  const settled = conflicts.filter(conflict => decisionInForce(conflict));
  const sources = new Map(desk.objects.source.map(({ id, object }) => [id, object]));
  const names = new Map(desk.objects.entity.map(({ id, object }) => [id, object.preferred]));
  const ids = new Set(claims.map(({ id }) => id));
  const title = esc(titleOf(tongue, desk, claims));
  yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n`;
  yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n';
  yield `<meta name="viewport" content="width=device-width">\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n`;
  yield `<header><h1 dir="auto">${title}</h1><p class="meta">${say('about')}</p><p class="meta">${say('asOf', { entry: desk.head.seq })}</p></header>\n`;
  const sections = [
    ['unresolved', 'unresolvedHead'],
    ['conflicts', 'settledHead'],
    ['claims', 'claimsHead'],
    ['sources', 'sourcesHead'],
  ] as const;
  yield `<nav><p>${sections.map(([id, head]) => `<a href="#${id}">${say(head)}</a>`).join(' · ')}</p></nav>\n`;
  const head = ([id, key]: (typeof sections)[number]) => `<section id="${id}"><h2>${say(key)}</h2>\n`;
  // Texts that are only cited are none of those that it is about.
  const asked = desk.scope.of === 'whole' ? live.document : documentsOf(desk.scope);
  const texts = asked?.length ?? new Set(claims.map(({ anchor }) => anchor.documentId)).size;
  yield summary(tongue, claims, texts, open.length, settled.length, byId(live.source).length);
  yield head(sections[0]);
  const left = leftOf(
    live.document.map(({ object }) => object),
    claims,
  );
  if (open.length + left.length > 0) yield leftPart(tongue, left);
  else
    yield `<p>${say(claims.length + conflicts.length > 0 || live.document.length > 0 ? 'nothingLeft' : 'nothingHere')}</p>\n`;
  for (const conflict of open) yield conflictPart(tongue, conflict, ids);
  yield `</section>\n${head(sections[1])}`;
  if (settled.length === 0) yield `<p>${say('noSettled')}</p>\n`;
  for (const conflict of settled) yield conflictPart(tongue, conflict, ids);
  yield `</section>\n${head(sections[2])}`;
  if (claims.length === 0) yield `<p>${say('noClaims')}</p>\n`;
  const documents = new Map(live.document.map(({ id, object }) => [id, object]));
  const originals = new InOriginal(desk);
  let of = '';
  for (const claim of claims) {
    const document = documents.get(claim.anchor.documentId)!;
    if (claim.anchor.documentId !== of) {
      of = claim.anchor.documentId;
      yield `<h3 dir="auto">${esc(titleWords(tongue, document.title))}</h3>\n`;
      if (document.origin !== undefined) yield `<p class="meta" dir="auto">${esc(document.origin)}</p>\n`;
    }
    leaveOfClaim(losses, claim, ['threads', 'imported', 'state']);
    yield claimPart(claim, {
      tongue,
      sources,
      entity: names.get(claim.entityId ?? ''),
      place: await originals.say(claim.anchor, tongue.locator.bind(tongue)),
      language: document.language,
    });
  }
  yield `</section>\n${head(sections[3])}`;
  const cited = byId(live.source);
  yield cited.length === 0
    ? `<p>${say('noSources')}</p>\n`
    : `<ol>\n${cited.map(({ object }) => `<li>${sourceLink(tongue, object)}</li>\n`).join('')}</ol>\n`;
  yield '</section>\n</body>\n</html>\n';
}

function summary(
  tongue: ReportTongue,
  claims: readonly Claim[],
  documents: number,
  open: number,
  settled: number,
  sources: number,
): string {
  const judged = verdict.codes.map(
    code => [tongue.words.verdict[code], claims.filter(claim => claim.verdict === code).length] as const,
  );
  const unjudged = claims.filter(claim => claim.verdict === undefined).length;
  const row = (name: string, count: number, isPart = false) =>
    `<tr${isPart ? ' class="part"' : ''}><th scope="row">${esc(name)}</th><td class="number">${esc(tongue.number(count))}</td></tr>`;
  const rows = [
    row(tongue.say('textsRow'), documents),
    row(tongue.say('claimsHead'), claims.length),
    ...[...judged, [tongue.say('noVerdictYet'), unjudged] as const]
      .filter(([, count]) => count > 0)
      .map(([name, count]) => row(name, count, true)),
    row(tongue.say('openConflicts'), open),
    row(tongue.say('settledConflicts'), settled),
    row(tongue.say('sourcesHead'), sources),
  ];
  return `<table class="summary"><thead><tr><th scope="col">${esc(tongue.say('what'))}</th><th scope="col" class="number">${esc(tongue.say('howMany'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>\n`;
}

/** The whole desk, a text by its title, or how much it is. */
function titleOf(tongue: ReportTongue, { objects, scope }: DeskView, claims: readonly Claim[]): string {
  if (scope.of === 'whole') return tongue.say('whole');
  if (scope.of === 'documents') return tongue.say('texts', { count: scope.documents.length });
  const homes = new Set(claims.map(({ anchor }) => anchor.documentId));
  const [only] = homes;
  const id = scope.of === 'claims' ? (homes.size === 1 ? only : undefined) : scope.document;
  const document = objects.document.find(one => one.id === id)?.object;
  if (!document) return tongue.say('claims', { count: claims.length });
  const title = titleWords(tongue, document.title);
  return scope.of === 'document' ? title : tongue.say('someOf', { title });
}
