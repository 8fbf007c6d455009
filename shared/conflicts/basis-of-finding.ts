import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding } from '../conflict-rules/finding.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { Claim } from '../model/claim.ts';
import { type FoundBasis, KEPT_LENGTH, KEPT_OF_A_SIDE } from '../model/found-basis.ts';
import type { Evidence } from '../model/source.ts';

/** Most sides that are kept to say later what changed. */
const KEPT_SIDES = 50;

/**
 * What a finding rests on: the values of its sides, the words that say so wherever they stand, and the evidence on the
 * claims among them. One more place with the same words changes nothing, nor does the order of things.
 * @param find gives a claim by id; one that is missing has no evidence
 */
export function basisOfFinding(
  { sides }: Pick<Finding, 'sides'>,
  find: (id: string) => Pick<Claim, 'evidence'> | undefined,
): FoundBasis {
  const whole = sides
    .map(({ value, spans }) => ({
      value: plain(value),
      words: distinct(spans.map(({ quote }) => plain(quote))),
      evidence: distinct(
        [...new Set(spans.map(({ claimId }) => claimId))]
          .flatMap(id => (id === undefined ? [] : (find(id)?.evidence ?? [])))
          .map(sayEvidence),
      ),
    }))
    .sort((a, b) => byCode(a.value, b.value) || byCode(a.words.join('\n'), b.words.join('\n')));
  return {
    sides: whole.slice(0, KEPT_SIDES).map(({ value, words, evidence }) => ({
      value: cut(value),
      words: distinct(words.slice(0, KEPT_OF_A_SIDE).map(cut)),
      evidence: distinct(evidence.slice(0, KEPT_OF_A_SIDE).map(cut)),
    })),
    digest: digestOf(whole),
  };
}

/** What the refusal of a suggestion rests on: its words, and as the value those beside them. */
export function basisOfWords(quote: string, beside: string): FoundBasis {
  const side = { value: cut(plain(beside)), words: [cut(plain(quote))], evidence: [] };
  return { sides: [side], digest: digestOf([{ ...side, value: plain(beside), words: [plain(quote)] }]) };
}

/** Something that a finding rested on and does not any more, or the other way about. */
export interface BasisChange {
  readonly what: 'value' | 'words' | 'evidence';
  /** The value of the side concerned; none where it is the values themselves. */
  readonly side?: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** @returns what tells two bases apart; nothing where they are the same */
export function basisChanges(before: FoundBasis, now: FoundBasis): BasisChange[] {
  if (before.digest === now.digest) return [];
  const changes: BasisChange[] = [];
  const values = difference(
    before.sides.map(({ value }) => value),
    now.sides.map(({ value }) => value),
  );
  if (values) changes.push({ what: 'value', ...values });
  for (const side of now.sides) {
    const old = before.sides.find(({ value }) => value === side.value);
    if (!old) continue;
    for (const what of ['words', 'evidence'] as const) {
      const differs = difference(old[what], side[what]);
      if (differs) changes.push({ what, side: side.value, ...differs });
    }
  }
  // Beyond what is kept of each side, all that can be said is that something is different.
  return changes.length > 0 ? changes : [{ what: 'words', gone: [], come: [] }];
}

function difference(before: readonly string[], now: readonly string[]) {
  const lacking = (some: readonly string[], others: readonly string[]) => {
    const there = new Set(others.map(other => other.toLowerCase()));
    return some.filter(one => !there.has(one.toLowerCase()));
  };
  const [gone, come] = [lacking(before, now), lacking(now, before)];
  return gone.length + come.length > 0 ? { gone, come } : undefined;
}

function sayEvidence({ stance, quote, passage, locator, fit }: Evidence): string {
  const words = plain(quote ?? passage?.quote.exact ?? locator ?? '');
  return [stance, fit, words].filter(Boolean).join(' · ');
}

const plain = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim();

function cut(words: string): string {
  return words.length <= KEPT_LENGTH ? words : `${words.slice(0, KEPT_LENGTH - 1)}…`;
}

/** Big and small letters say the same. */
const distinct = (all: readonly string[]): string[] => [
  ...new Map([...all].sort(byCode).map(one => [one.toLowerCase(), one])).values(),
];

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const digestOf = (sides: readonly object[]): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(sides).toLowerCase())));
