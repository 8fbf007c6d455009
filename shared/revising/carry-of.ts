import type { Carry, Placed } from '../model/carry.ts';
import type { Claim } from '../model/claim.ts';
import { quoteOf, verifyQuote } from '../text/quote.ts';
import type { Alignment, Stretch } from './alignment.ts';
import type { Candidate, Fate } from './fate.ts';
import { fatesIn } from './fate-of.ts';
import { Mapping } from './mapping.ts';

/** What a new revision does to the claims of its document, and why. */
export interface Carried {
  readonly carry: Carry;
  /** By claim; none for claims on revisions that nothing is known of. */
  readonly fates: ReadonlyMap<string, Fate>;
}

/**
 * Works out what a new revision does to the claims of its document. Claims whose words and neighbours are untouched
 * move, whichever revision they stand on; all others stay where they are.
 * @param from the revision that was the current one
 * @param claims all claims of the document, removed or not
 * @param alignmentOf how the text of a revision lies beside the new one; undefined where it is not to be looked at
 */
export function carryOf(
  from: string,
  claims: Iterable<Pick<Claim, 'id' | 'anchor'>>,
  alignmentOf: (revision: string) => Alignment | undefined,
): Carried {
  const tellers = new Map<string, ReturnType<typeof tellerOf>>();
  const fates = new Map<string, Fate>();
  const stays: string[] = [];
  const quotes: Carry['quotes'] = {};
  const placed: Record<string, Placed> = {};
  const used = new Set<Stretch>();
  for (const { id, anchor } of claims) {
    let teller = tellers.get(anchor.revision);
    if (!teller) {
      teller = tellerOf(alignmentOf(anchor.revision));
      tellers.set(anchor.revision, teller);
    }
    const fate = teller?.fateOf(anchor);
    if (!teller || !fate) continue;
    fates.set(id, fate);
    const [place] = fate.candidates;
    const isSilent = place !== undefined && (fate.state === 'intact' || fate.state === 'shifted');
    if (anchor.revision !== from) {
      if (isSilent) placed[id] = place;
      continue;
    }
    const stretches = anchor.ranges.map(({ start }) =>
      teller.mapping.stretch(teller.mapping.stretchAt(start)),
    );
    if (isSilent) {
      for (const stretch of stretches) used.add(stretch!);
      const quote = freshened(teller.after, place, anchor.quote);
      if (quote) quotes[id] = quote;
    } else if (
      anchor.ranges.every(({ end }, i) => stretches[i] && end <= stretches[i].before + stretches[i].length)
    )
      stays.push(id);
  }
  const stretches = [...used]
    .sort((a, b) => a.before - b.before)
    .map(({ before, length, after }): Carry['stretches'][number] => [before, length, after]);
  return { carry: { from, stretches, stays, quotes, placed }, fates };
}

function tellerOf(alignment: Alignment | undefined) {
  if (!alignment) return undefined;
  return { fateOf: fatesIn(alignment), mapping: new Mapping(alignment), after: alignment.after };
}

/** What stands before and after a quote's words in their new place, where it is not what stood there before. */
function freshened(
  text: string,
  { ranges }: Candidate,
  quote: Claim['anchor']['quote'],
): Carry['quotes'][string] | undefined {
  const check = verifyQuote(text, ranges, quote);
  if (check.prefix && check.suffix) return undefined;
  const { prefix, suffix } = quoteOf(text, ranges);
  return { prefix, suffix };
}
