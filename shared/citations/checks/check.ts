import type { Edit } from '../../conflict-rules/finding.ts';
import type { FoundGround } from '../../conflicts/found-ground.ts';
import type { ConflictKind } from '../../conflicts/kinds.ts';
import type { CheckedText } from '../../detectors/checked-text.ts';
import type { FindingSeverity } from '../../model/scales.ts';
import type { Span } from '../../text/text-like.ts';

/** One side of a defect: what stands there, and every place where it does. */
export interface DefectSide {
  readonly value: string;
  /** At least one. */
  readonly spans: readonly Span[];
}

/** Something wrong with citations, by offsets of the text. */
export interface Defect {
  /** One sentence in English. */
  readonly message: string;
  readonly given: Readonly<Record<string, string>>;
  /** What it is about whatever its place: a name, an address. */
  readonly about: readonly string[];
  /** At least one. */
  readonly sides: readonly DefectSide[];
  readonly grounds?: readonly FoundGround[];
  /** Where it is not the check's own. */
  readonly severity?: FindingSeverity;
  /** The smallest repair: in text order, apart from one another. */
  readonly edits?: readonly Edit[];
  /** What readers of the rendered page do not see because of it. */
  readonly lost?: readonly Span[];
}

/** Looks for one kind of defect in the citations of a text. */
export interface CitationCheck {
  /** Stable; decisions are remembered by it. */
  readonly id: string;
  /** Counts up with every change in what it finds. */
  readonly version: number;
  readonly kind: ConflictKind;
  readonly severity: FindingSeverity;
  /** What it looks for, in a line for lists of checks. */
  readonly label: string;
  /** Off unless asked for: rules of style. */
  readonly asked?: true;
  /** Pure, linear in the length of the text, never throws. */
  find(checked: CheckedText): Iterable<Defect>;
}

const LONGEST_VALUE = 300;

/** A side whose value is the words of its first span. */
export function sideOf(text: string, ...spans: readonly Span[]): DefectSide {
  const [{ start, end }] = spans as readonly [Span];
  return { value: text.slice(start, Math.min(end, start + LONGEST_VALUE)), spans };
}

/** A check of its own for each entry of a table. */
export const checkOf = (
  check: Omit<CitationCheck, 'version' | 'kind'> & Partial<CitationCheck>,
): CitationCheck => ({
  version: 1,
  kind: 'citation-defect',
  ...check,
});

/** Something that speaks for a defect. */
export const because = (
  rule: string,
  says: string,
  given: Readonly<Record<string, string>> = {},
): FoundGround => ({
  ...{ rule, says, given },
  for: true,
});

/** Something that speaks against it. */
export const although = (
  rule: string,
  says: string,
  given: Readonly<Record<string, string>> = {},
): FoundGround => ({
  ...{ rule, says, given },
  for: false,
});
