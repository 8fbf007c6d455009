import { claimType } from '../claim-types/registry.ts';
import type { FoundGround } from '../conflicts/found-ground.ts';
import type { Span } from '../text/text-like.ts';
import { readText } from '../values/texts/text.ts';
import type { CheckedText } from './checked-text.ts';
import type { Proposal } from './detector.ts';

/** Longest words kept in a field, in UTF-16 code units. */
const LONGEST_FIELD = 500;

/** What is proposed at a stretch of raw text. */
interface Proposed {
  readonly type: string;
  readonly span: Span;
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly grounds: readonly FoundGround[];
  readonly worth: number;
}

/** Completes a proposal: reads its value, and what its words say of its fields. */
export function propose(text: CheckedText, { type, span, fields = {}, grounds, worth }: Proposed): Proposal {
  const quote = text.text.slice(span.start, span.end);
  const kind = claimType(type);
  const given = Object.entries(fields).flatMap(([name, value]) => {
    const words = value?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FIELD);
    return words ? [[name, words] as const] : [];
  });
  return {
    type,
    ranges: [{ start: span.start, end: span.end }],
    value: kind?.normalise(quote, text.context) ?? readText(quote),
    fields: { ...kind?.fieldsFrom?.(quote, text.context), ...Object.fromEntries(given) },
    grounds,
    worth: Math.round(Math.min(1, Math.max(0, worth)) * 100) / 100,
  };
}
