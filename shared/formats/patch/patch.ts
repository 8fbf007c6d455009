import { createTwoFilesPatch } from 'diff';
import { decisionInForce } from '../../model/conflict.ts';
import type { MediaType } from '../../model/document.ts';
import type { Span } from '../../text/text-like.ts';
import type { DeskView, Format } from '../format.ts';
import { leaveHalves } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { type MarkedClaim, type MarkedText, markedTexts } from '../marked-texts.ts';
import { inPieces } from '../pieces.ts';
import { present } from '../select.ts';

/**
 * What decisions would change in the texts, as a unified diff: where a decision in force names a preferred form, the
 * words of the claims that it settled are replaced by it.
 */
export const patch: Format = {
  id: 'patch',
  label: 'Corrected text (unified diff)',
  extension: 'patch',
  mediaType: 'text/x-diff; charset=utf-8',
  encode: (desk, losses) => inPieces(write(desk, losses)),
};

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/x-wiki': 'wiki',
};

interface Replacement extends Span {
  readonly by: string;
}

async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  const inForce = new Set<string>();
  for (const { id, object } of present(desk.objects).conflict) {
    const decision = decisionInForce(object);
    if (decision?.preferred !== undefined) inForce.add(decision.id);
    else losses.add('no-form', 'Conflicts that are open, or settled without a preferred form.', id);
  }
  for await (const marked of markedTexts(desk, losses)) {
    const replacements = replacementsIn(marked, inForce, losses);
    if (replacements.length === 0) continue;
    const name = `${marked.stem}.${ENDINGS[marked.document.mediaType]}`;
    const after = replaced(marked.text, replacements);
    yield createTwoFilesPatch(`a/${name}`, `b/${name}`, marked.text, after, undefined, undefined, {
      context: 3,
    });
  }
}

function replacementsIn(
  { text, claims }: MarkedText,
  inForce: ReadonlySet<string>,
  losses: Losses,
): Replacement[] {
  const found: Replacement[] = [];
  for (const marked of claims) {
    const by = formFor(marked, inForce);
    if (by === undefined) continue;
    const { claim, ranges } = marked;
    const [range] = ranges;
    if (ranges.length > 1)
      losses.add('parts', 'Claims in several parts, which no single form can replace.', claim.id);
    else if (text.slice(range!.start, range!.end) !== by) {
      leaveHalves(losses, claim.id, by);
      const before = found.at(-1);
      if (before && range!.start < before.end) {
        if (before.start !== range!.start || before.end !== range!.end || before.by !== by)
          losses.add('overlap', 'Claims that share words with another that is replaced.', claim.id);
      } else found.push({ ...range!, by });
    }
  }
  return found;
}

/** The form that the latest decision in force on a claim prefers. */
function formFor({ claim }: MarkedClaim, inForce: ReadonlySet<string>): string | undefined {
  return claim.settled.findLast(({ id, preferred }) => inForce.has(id) && preferred !== undefined)?.preferred;
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, by } of replacements) {
    after += text.slice(at, start) + by;
    at = end;
  }
  return after + text.slice(at);
}
