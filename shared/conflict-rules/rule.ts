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

/** Everything that is mentioned in one form of words: "Luis Pérez", wherever it stands. */
export interface Form {
  readonly key: string;
  /** By document and place; never empty. */
  readonly mentions: readonly Mention[];
}

/** Compares two forms that share a blocking key. */
export interface PairRule extends RuleFacts {
  readonly compares: 'pairs';
  /** The form that a mention has; nothing where the rule has nothing to do with it. */
  form(mention: Mention): string | undefined;
  /** Keys under which a form is compared with others. They follow from the form alone, whichever mention gives it. */
  keys(mention: Mention): Iterable<string>;
  /** Compares two forms, the one with the lesser key first; all forms of this pair's mentions are known. */
  compare(one: Form, other: Form, known: Known): Iterable<Finding>;
}

/** Looks at all mentions that share a key: every count of one noun, every holder of one office. */
export interface GroupRule extends RuleFacts {
  readonly compares: 'groups';
  keys(mention: Mention, known: Known): Iterable<string>;
  /** @param group by document and place */
  examine(key: string, group: readonly Mention[], known: Known): Iterable<Finding>;
}

/** Looks at one text, and at what is mentioned in it where the rule says so. */
export interface TextRule extends RuleFacts {
  readonly compares: 'texts';
  readonly reads: 'text' | 'mentions';
  /** @param mentions in text order; none where the rule reads the text alone */
  examine(text: CheckedText, mentions: readonly Mention[], known: Known): Iterable<Finding>;
}

/** Something that a rule has found in a text, under the keys by which it is compared. */
export interface Passage {
  readonly documentId: string;
  readonly start: number;
  readonly keys: readonly string[];
  /** What it was taken from, where that says it all: found again from the same in the same text, it is the same. */
  readonly from?: Mention;
}

/** Takes passages of its own out of each text and compares those that share a key: lists, acronyms spelt out. */
export interface PassageRule<P extends Passage = Passage> extends RuleFacts {
  readonly compares: 'passages';
  readonly reads: 'text' | 'mentions';
  /** Keys that more passages share than this are not looked at: they tell nothing. */
  readonly most: number;
  /** @param mentions in text order; none where the rule reads the text alone */
  find(text: CheckedText, mentions: readonly Mention[]): Iterable<P>;
  /** @param passages by document and place */
  examine(key: string, passages: readonly P[], known: Known): Iterable<Finding>;
}

/**
 * A rule is pure: the same mentions in whatever order and the same `known` give the same findings; one more document
 * that shares no key changes none. It takes time in proportion to what it looks at and never throws.
 */
export type ConflictRule = PairRule | GroupRule | TextRule | PassageRule<never>;

/** @returns a rule of passages as one rule among others, whatever its passages are. */
export const passageRule = <P extends Passage>(rule: PassageRule<P>): PassageRule<never> => rule as never;
