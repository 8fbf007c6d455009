import type { CheckedText } from '../detectors/checked-text.ts';
import type { Finding } from './finding.ts';
import type { Known } from './known.ts';
import type { Mention } from './mention.ts';
import { compareFindings, mergeFindings } from './merge-findings.ts';
import { byMention } from './place.ts';
import { conflictRules } from './registry.ts';
import type { ConflictRule } from './rule.ts';
import { type RuleRun, runOf } from './rule-run.ts';

/** How far an examination has come: steps done and steps known of. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What rules may know beside texts and mentions. */
type Learned = Omit<Known, 'texts'>;

/**
 * Runs conflict rules over texts and mentions and keeps what they find up to date: what is put in or taken out makes
 * only that be looked at again which shares a key with it. Putting in is quick; the work is done in `examine`.
 */
export class Examination {
  readonly #texts = new Map<string, CheckedText>();
  readonly #mentions = new Map<string, Mention>();
  readonly #byDocument = new Map<string, Set<string>>();
  /** The mentions of a document in text order, until one comes or goes. */
  readonly #inOrder = new Map<string, readonly Mention[]>();
  readonly #runs: readonly RuleRun[];
  readonly #found = new Map<string, Map<string, readonly Finding[]>>();
  readonly #stale = new Set<string>();
  #merged = new Map<string, Finding>();
  #sorted: readonly Finding[] | undefined;
  #known: Known;

  constructor(learned: Learned, rules: readonly ConflictRule[] = conflictRules) {
    this.#known = { ...learned, texts: this.#texts };
    this.#runs = rules.map(rule => runOf(rule, (place, findings) => this.#record(rule.id, place, findings)));
  }

  /** Puts a document in, in place of what was known of it. */
  setDocument(text: CheckedText, mentions: readonly Mention[]): void {
    this.removeDocument(text.documentId);
    this.#texts.set(text.documentId, text);
    for (const mention of mentions) this.#put(mention);
    for (const run of this.#runs) run.touchText(text.documentId);
  }

  /** Takes a document out, with all that is mentioned in it. */
  removeDocument(documentId: string): void {
    for (const id of [...(this.#byDocument.get(documentId) ?? [])]) this.removeMention(id);
    this.#byDocument.delete(documentId);
    this.#texts.delete(documentId);
    for (const run of this.#runs) run.dropText(documentId);
  }

  /** Puts a mention in, in place of the one with its id. */
  setMention(mention: Mention): void {
    this.removeMention(mention.id);
    this.#put(mention);
    for (const run of this.#runs) run.touchMentions(mention.documentId);
  }

  /** Takes a mention out. */
  removeMention(id: string): void {
    const mention = this.#mentions.get(id);
    if (!mention) return;
    this.#mentions.delete(id);
    this.#inOrder.delete(mention.documentId);
    this.#byDocument.get(mention.documentId)?.delete(id);
    for (const run of this.#runs) {
      run.drop(mention);
      run.touchMentions(mention.documentId);
    }
  }

  /**
   * Takes over what has been learned since.
   * @param mentions ids of those that it bears upon; everything is looked at again where none are given
   */
  learn(learned: Learned, mentions?: Iterable<string>): void {
    this.#known = { ...learned, texts: this.#texts };
    const concerned = mentions ?? [...this.#mentions.keys()];
    for (const id of concerned) {
      const mention = this.#mentions.get(id);
      if (mention) this.setMention(mention);
    }
    if (mentions === undefined) for (const run of this.#runs) run.renew();
  }

  /**
   * Does the work that is due, in steps: after each it says how far it is. Leaving off keeps what is done; the next call
   * goes on from there.
   */
  *examine(): Generator<Progress, void> {
    let done = 0;
    const due = () => this.#runs.reduce((sum, run) => sum + run.due, 0);
    const look = {
      known: this.#known,
      mentionsOf: (documentId: string) => this.#mentionsIn(documentId),
    };
    for (const run of this.#runs) {
      while (run.due > 0) {
        run.step(look);
        done++;
        yield { done, total: done + due() };
      }
    }
  }

  /** @returns what has been found so far, by place. A finding that did not change is the same object as before. */
  findings(): readonly Finding[] {
    for (const key of this.#stale) {
      const parts = this.#found.get(key);
      if (!parts || parts.size === 0) {
        this.#found.delete(key);
        this.#merged.delete(key);
      } else this.#merged.set(key, mergeFindings([...parts.values()].flat()));
    }
    if (this.#stale.size > 0 || !this.#sorted)
      this.#sorted = [...this.#merged.values()].sort(compareFindings);
    this.#stale.clear();
    return this.#sorted;
  }

  #put(mention: Mention): void {
    this.#mentions.set(mention.id, mention);
    this.#inOrder.delete(mention.documentId);
    const ids = this.#byDocument.get(mention.documentId) ?? new Set();
    ids.add(mention.id);
    this.#byDocument.set(mention.documentId, ids);
    for (const run of this.#runs) run.put(mention, this.#known);
  }

  #mentionsIn(documentId: string): readonly Mention[] {
    let sorted = this.#inOrder.get(documentId);
    if (!sorted) {
      const ids = [...(this.#byDocument.get(documentId) ?? [])];
      sorted = ids.map(id => this.#mentions.get(id)!).sort(byMention);
      this.#inOrder.set(documentId, sorted);
    }
    return sorted;
  }

  /** Takes over what a rule finds at one of its places (a pair, a group, a text), in place of what it found there. */
  #record(rule: string, place: string, findings: { old: readonly Finding[]; now: readonly Finding[] }): void {
    const at = `${rule}\n${place}`;
    for (const { key } of findings.old) {
      this.#found.get(key)?.delete(at);
      this.#stale.add(key);
    }
    const byKey = new Map<string, Finding[]>();
    for (const finding of findings.now) byKey.set(finding.key, [...(byKey.get(finding.key) ?? []), finding]);
    for (const [key, found] of byKey) {
      const parts = this.#found.get(key) ?? new Map();
      parts.set(at, found);
      this.#found.set(key, parts);
      this.#stale.add(key);
    }
  }
}

/** What of an examination is wanted. */
interface ExamineOptions {
  /** The rules to run; all that need not be asked for where it is not given. */
  readonly rules?: readonly ConflictRule[];
}

/** Examines texts and mentions in one go. @returns findings by place */
export function examine(
  texts: Iterable<CheckedText>,
  mentions: Iterable<Mention>,
  learned: Learned,
  { rules = conflictRules.filter(rule => !rule.asked) }: ExamineOptions = {},
): readonly Finding[] {
  const byDocument = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const beside = byDocument.get(mention.documentId);
    if (beside) beside.push(mention);
    else byDocument.set(mention.documentId, [mention]);
  }
  const examination = new Examination(learned, rules);
  for (const text of texts) examination.setDocument(text, byDocument.get(text.documentId) ?? []);
  for (const _ of examination.examine());
  return examination.findings();
}
