import type { CslItem } from '../../citations/csl.ts';
import { edtfOfCsl } from '../../citations/csl-date.ts';
import { safeUrl } from '../../citations/safe-url.ts';
import { sayCslName } from '../../citations/short-citation.ts';
import { canonicalJson } from '../../json/canonical.ts';
import type { Claim } from '../../model/claim.ts';
import { decisionInForce } from '../../model/conflict.ts';
import type { Document } from '../../model/document.ts';
import { verdict } from '../../model/scales.ts';
import type { DeskView } from '../format.ts';
import { leaveHalves, leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { inTextOrder } from '../order.ts';
import { present } from '../select.ts';
import { BEST, RATINGS, WORST } from './ratings.ts';

/** Longest claim that search engines show, in characters. */
const SHOWN = 75;

/**
 * Writes a ClaimReview for each claim that has a verdict on how true it is, an address at which its text can be read,
 * and no conflict that is still open. All others are named as left behind.
 */
export async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  const live = present(desk.objects);
  leaveOfDesk(losses, desk, ['conflicts', 'history', 'removed', 'refusals', 'entities', 'former-texts']);
  const documents = new Map(live.document.map(({ id, object }) => [id, object]));
  const contested = new Set(
    live.conflict.flatMap(({ object }) =>
      decisionInForce(object) ? [] : object.sides.flatMap(({ claimIds }) => claimIds),
    ),
  );
  const sources = new Map(desk.objects.source.map(({ id, object }) => [id, object.csl]));
  yield '{"@context":"https://schema.org","@graph":[';
  let between = '\n';
  for (const { object: claim } of inTextOrder(live.claim)) {
    const document = documents.get(claim.anchor.documentId)!;
    const why = notStatable(claim, document, contested);
    if (why) {
      losses.add(why[0], why[1], claim.id);
      continue;
    }
    const [cited] = claim.evidence.flatMap(({ sourceId }) => sources.get(sourceId ?? '') ?? []);
    leaveOfClaim(losses, claim, [
      'value',
      'fields',
      'entity',
      'workflow',
      'tags',
      'threads',
      'evidence',
      'settled',
      'imported',
    ]);
    leaveHalves(losses, claim.id, claim.anchor.quote.exact);
    const at = (await desk.changedAt(claim.id)) ?? claim.createdAt;
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      '@id': `urn:uuid:${claim.id}`,
      url: addressOf(document),
      claimReviewed: claim.anchor.quote.exact.replace(/\s+/g, ' ').trim(),
      datePublished: at.slice(0, 10),
      author: { '@type': 'Person', name: claim.createdBy },
      reviewRating: ratingOf(claim),
      ...bodyOf(claim),
      itemReviewed: {
        '@type': 'Claim',
        appearance: { '@type': 'CreativeWork', url: addressOf(document), name: document.title },
        ...(claim.fields.speaker === undefined
          ? {}
          : { author: { '@type': 'Person', name: claim.fields.speaker.trim() || 'unknown' } }),
      },
      ...(cited === undefined ? {} : { citation: citationOf(cited) }),
    };
    if ([...review.claimReviewed].length >= SHOWN)
      losses.add(
        'long',
        `Claims of ${SHOWN} characters and more are written whole; search engines show less.`,
        claim.id,
      );
    yield between + canonicalJson(review);
    between = ',\n';
  }
  yield '\n]}\n';
}

/** Why a claim cannot be stated as a review of how true it is. */
function notStatable(
  { id, anchor, verdict: found }: Claim,
  document: Document,
  contested: ReadonlySet<string>,
): readonly [code: string, says: string] | undefined {
  if (found === undefined) return ['no-verdict', 'Claims without a verdict.'];
  if (RATINGS[found] === undefined)
    return ['other-verdict', 'Claims whose verdict does not say how true they are.'];
  if (contested.has(id)) return ['contested', 'Claims in a conflict that is not settled.'];
  if (addressOf(document) === undefined)
    return ['no-address', 'Claims of texts that have no web address, which ClaimReview must name.'];
  return anchor.quote.exact.trim() === ''
    ? ['no-words', 'Claims that cover nothing but white space.']
    : undefined;
}

/** The origin of a text where it is a web address that any reader of the file can take for one. */
function addressOf({ origin }: Document): string | undefined {
  const safe = safeUrl(origin ?? '');
  if (!('url' in safe)) return undefined;
  try {
    return encodeURI(decodeURI(safe.url)).replace(/[[\]^|]/g, encodeURIComponent);
  } catch {
    return undefined;
  }
}

function ratingOf({ verdict: found }: Claim): object {
  const step = verdict.steps.find(({ code }) => code === found)!;
  return {
    '@type': 'Rating',
    ratingValue: RATINGS[found!],
    bestRating: BEST,
    worstRating: WORST,
    alternateName: step.label,
    ratingExplanation: step.says,
  };
}

function bodyOf({ notes }: Claim): { reviewBody?: string } {
  return notes.length === 0 ? {} : { reviewBody: notes.map(({ text }) => text).join('\n\n') };
}

function citationOf({ title, URL, author, issued }: CslItem): object {
  const date = issued && edtfOfCsl(issued);
  const [first] = author ?? [];
  return {
    '@type': 'CreativeWork',
    ...(title ? { name: title } : {}),
    ...(URL ? { url: URL } : {}),
    ...(first ? { author: sayCslName(first) } : {}),
    ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { datePublished: date } : {}),
  };
}
