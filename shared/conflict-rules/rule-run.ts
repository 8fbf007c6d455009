import type { Finding } from './finding.ts';
import { GroupRun } from './group-run.ts';
import type { Known } from './known.ts';
import type { Mention } from './mention.ts';
import { PairRun } from './pair-run.ts';
import { PassageRun } from './passage-run.ts';
import type { ConflictRule } from './rule.ts';
import { TextRun } from './text-run.ts';

/** Takes over what a rule finds at one place, in place of what it found there before. */
export type Recorder = (
  place: string,
  findings: { readonly old: readonly Finding[]; readonly now: readonly Finding[] },
) => void;

/** What a rule looks at while it works. */
export interface Look {
  readonly known: Known;
  /** The mentions of a document in text order. */
  mentionsOf(documentId: string): readonly Mention[];
}

/** One rule at work: what it has taken in, and what of it is to be looked at. */
export interface RuleRun {
  /** Steps that are known to be due. */
  readonly due: number;
  put(mention: Mention, known: Known): void;
  drop(mention: Mention): void;
  touchText(documentId: string): void;
  /** Says that mentions of a document came or went. */
  touchMentions(documentId: string): void;
  dropText(documentId: string): void;
  /** Everything that was taken in is to be looked at again. */
  renew(): void;
  /** Does one of the steps that are due. */
  step(look: Look): void;
}

/** @returns a run of a rule, by what the rule compares. */
export function runOf(rule: ConflictRule, record: Recorder): RuleRun {
  switch (rule.compares) {
    case 'pairs':
      return new PairRun(rule, record);
    case 'groups':
      return new GroupRun(rule, record);
    case 'texts':
      return new TextRun(rule, record);
    case 'passages':
      return new PassageRun(rule, record);
  }
}

/** Takes the first of a set out of it. */
export function takeFirst(set: Set<string>): string {
  const first = set.values().next().value!;
  set.delete(first);
  return first;
}
