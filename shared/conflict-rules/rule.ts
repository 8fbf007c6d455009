import type { ConflictKind } from '../conflicts/kinds.ts';
import type { CheckedText } from '../detectors/checked-text.ts';
import type { FindingSeverity } from '../model/scales.ts';
import type { Finding } from './finding.ts';
import type { Known } from './known.ts';
import type { Mention } from './mention.ts';

interface RuleFacts {
  /** Stable; decisions are remembered by it. */
  readonly id: string;
  /** Counts up with every change in what it finds. */
  readonly version: number;
  readonly kind: ConflictKind;
  /** The severity of most of its findings; a finding may say otherwise. */
  readonly severity: FindingSeverity;
  /** What it looks for, in a line for lists of rules. */
  readonly label: string;
  /** Off unless asked for: rules of style. */
  readonly asked?: true;
}

/** Compares two mentions that share a blocking key. */
export interface PairRule extends RuleFacts {
  readonly compares: 'pairs';
  /** Keys under which the mention is compared with others; none where the rule has nothing to do with it. */
  keys(mention: Mention, known: Known): Iterable<string>;
  compare(one: Mention, other: Mention, known: Known): Finding | undefined;
}

/** Looks at all mentions that share a key: every count of one noun, every member of one list. */
export interface GroupRule extends RuleFacts {
  readonly compares: 'groups';
  keys(mention: Mention, known: Known): Iterable<string>;
  examine(key: string, group: readonly Mention[], known: Known): Iterable<Finding>;
}

/** Looks at one text and what is mentioned in it. */
export interface TextRule extends RuleFacts {
  readonly compares: 'texts';
  examine(text: CheckedText, mentions: readonly Mention[], known: Known): Iterable<Finding>;
}

/**
 * A rule is pure: the same mentions in whatever order and the same `known` give the same findings; one more document
 * that shares no key changes none. It takes time in proportion to what it looks at and never throws.
 */
export type ConflictRule = PairRule | GroupRule | TextRule;
