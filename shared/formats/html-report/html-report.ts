import { decisionInForce } from '../../model/conflict.ts';
import { verdict } from '../../model/scales.ts';
import type { DeskView, Format } from '../format.ts';
import { InOriginal } from '../in-original.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { byId, inTextOrder } from '../order.ts';
import { inPieces } from '../pieces.ts';
import { present } from '../select.ts';
import { claimPart } from './claim-part.ts';
import { conflictPart } from './conflict-part.ts';
import { leftOf, leftPart } from './left-part.ts';
import { STYLE } from './style.ts';
import { esc, labelOf, sourceLink } from './words.ts';

/** A page to read and to print: what is unresolved, the conflicts and decisions, every claim with its evidence, the sources. It runs no script. */
export const htmlReport: Format = {
  id: 'html-report',
  label: 'Report to read and print (HTML)',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  encode: (desk, losses) => inPieces(write(desk, losses)),
};

async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
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
  const title = titleOf(desk);
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${esc(title)}</title>\n`;
  yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n';
  yield `<meta name="viewport" content="width=device-width">\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n`;
  yield `<header><h1>${esc(title)}</h1><p class="meta">What was claimed, what bears it out, where it disagrees and how that was settled.</p></header>\n`;
  yield '<nav><p><a href="#unresolved">Unresolved</a> · <a href="#conflicts">Conflicts settled</a> · <a href="#claims">Claims</a> · <a href="#sources">Sources</a></p></nav>\n';
  yield summary(claims, live.document.length, open.length, settled.length, sources.size);
  yield '<section id="unresolved"><h2>Unresolved</h2>\n';
  const left = leftOf(
    live.document.map(({ object }) => object),
    claims,
  );
  yield open.length + left.length === 0
    ? '<p>Nothing: every claim is checked, has a verdict and stands on the current text, and every conflict is settled.</p>\n'
    : leftPart(left);
  for (const conflict of open) yield conflictPart(conflict, ids);
  yield '</section>\n<section id="conflicts"><h2>Conflicts settled</h2>\n';
  if (settled.length === 0) yield '<p>None.</p>\n';
  for (const conflict of settled) yield conflictPart(conflict, ids);
  yield '</section>\n<section id="claims"><h2>Claims</h2>\n';
  if (claims.length === 0) yield '<p>None.</p>\n';
  const documents = new Map(live.document.map(({ id, object }) => [id, object]));
  const originals = new InOriginal(desk);
  let of = '';
  for (const claim of claims) {
    if (claim.anchor.documentId !== of) {
      of = claim.anchor.documentId;
      const document = documents.get(of)!;
      yield `<h3>${esc(document.title)}</h3>\n`;
      if (document.origin !== undefined) yield `<p class="meta">${esc(document.origin)}</p>\n`;
    }
    leaveOfClaim(losses, claim, ['threads', 'imported', 'state']);
    const place = await originals.say(claim.anchor);
    yield claimPart(claim, names.get(claim.entityId ?? ''), sources, place);
  }
  yield '</section>\n<section id="sources"><h2>Sources</h2>\n';
  const cited = byId(live.source);
  yield cited.length === 0
    ? '<p>None.</p>\n'
    : `<ol>\n${cited.map(({ object }) => `<li>${sourceLink(object)}</li>\n`).join('')}</ol>\n`;
  yield '</section>\n</body>\n</html>\n';
}

function summary(
  claims: readonly { readonly verdict?: string | undefined }[],
  documents: number,
  open: number,
  settled: number,
  sources: number,
): string {
  const rows: (readonly [string, number])[] = [
    ['Texts', documents],
    ['Claims', claims.length],
    ...verdict.steps.map(
      ({ code }) =>
        [`· ${labelOf(verdict.steps, code)}`, claims.filter(claim => claim.verdict === code).length] as const,
    ),
    ['· No verdict yet', claims.filter(claim => claim.verdict === undefined).length],
    ['Open conflicts', open],
    ['Settled conflicts', settled],
    ['Sources', sources],
  ];
  const shown = rows.filter(([name, count]) => count > 0 || !name.startsWith('·'));
  return `<table><thead><tr><th scope="col">What</th><th scope="col" class="number">How many</th></tr></thead><tbody>${shown
    .map(([name, count]) => `<tr><td>${esc(name)}</td><td class="number">${count}</td></tr>`)
    .join('')}</tbody></table>\n`;
}

function titleOf({ objects, scope }: DeskView): string {
  const id = scope.of === 'whole' ? undefined : scope.document;
  const title = objects.document.find(document => document.id === id)?.object.title;
  if (title !== undefined) return scope.of === 'filter' ? `${title} (some of its claims)` : title;
  return scope.of === 'filter' ? 'Some claims' : 'Report on the whole desk';
}
