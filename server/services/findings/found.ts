import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ToldSpan } from '../../../shared/api/found.ts';
import type { Finding, FoundSpan } from '../../../shared/conflict-rules/finding.ts';
import { basisOfFinding } from '../../../shared/conflicts/basis-of-finding.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { splitsPair } from '../../../shared/text/text-like.ts';
import type { ExaminedDesk } from './examined-desk.ts';
import type { Found } from './messages.ts';

/** Longest key of a conflict, in UTF-16 code units. */
const KEY_LENGTH = 300;
/** Most places of one side that are told: each wording once, then those of claims, then others. */
const MOST_SPANS = 100;
/** Most findings that are told. */
const MOST_FOUND = 5000;
const WEIGHT = { error: 0, warning: 1, info: 2, style: 3 } as const;

/** @returns as many findings as are told, gravest first */
export function gravest(findings: readonly Finding[], most: number = MOST_FOUND): readonly Finding[] {
  if (findings.length <= most) return findings;
  return [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]).slice(0, most);
}

/** A finding with what is needed to make claims of its words, and what it rests on. */
export function foundOf(finding: Finding, desk: ExaminedDesk): Found {
  return {
    ...finding,
    key: keyOf(finding),
    basis: basisOfFinding(finding, id => desk.claim(id)),
    sides: finding.sides.map(({ value, spans }) => ({
      value,
      spans: mostTelling(spans).map(span => told(span, desk)),
      ...(spans.length > MOST_SPANS ? { more: spans.length - MOST_SPANS } : {}),
    })),
  } as Found;
}

function mostTelling(spans: readonly FoundSpan[]): readonly FoundSpan[] {
  if (spans.length <= MOST_SPANS) return spans;
  const wordings = new Set<string>();
  const rank = (span: FoundSpan): number => {
    const isNew = !wordings.has(span.quote);
    wordings.add(span.quote);
    return isNew ? 0 : span.claimId === undefined ? 2 : 1;
  };
  const ranked = spans.map((span, i) => ({ span, i, rank: rank(span) }));
  return ranked
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.i - b.i)
    .map(({ span }) => span);
}

/** A key that a conflict can have. */
function keyOf({ key }: Pick<Finding, 'key'>): string {
  if (key.length <= KEY_LENGTH) return key;
  return `${key.slice(0, KEY_LENGTH - 65)}#${bytesToHex(sha256(utf8ToBytes(key)))}`;
}

function told(span: FoundSpan, desk: ExaminedDesk): ToldSpan {
  const document = desk.document(span.documentId);
  if (span.claimId !== undefined || !document) return span;
  const { text } = document.text;
  const range = wordsAt(span, text);
  const { exact, prefix, suffix } = quoteOf(text, [range]);
  return { ...span, ...range, quote: exact, revision: document.revision, prefix, suffix };
}

/** Where nothing stands that a claim could be made of, the character beside it is taken. */
function wordsAt({ start, end }: FoundSpan, text: string): { start: number; end: number } {
  if (end > start || text.length === 0) return { start, end };
  const at = Math.min(start, text.length - 1);
  const from = splitsPair(text, at) ? at - 1 : at;
  return { start: from, end: splitsPair(text, from + 1) ? from + 2 : from + 1 };
}
