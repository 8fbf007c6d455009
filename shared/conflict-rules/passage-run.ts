import type { Finding } from './finding.ts';
import { byPlace } from './place.ts';
import type { Passage, PassageRule } from './rule.ts';
import { type Look, type Recorder, type RuleRun, takeFirst } from './rule-run.ts';

/** Runs a rule that takes passages out of each text and compares those that share a key. */
export class PassageRun implements RuleRun {
  readonly #passages = new Map<string, readonly Passage[]>();
  /** By key, then by document. */
  readonly #groups = new Map<string, Map<string, Passage[]>>();
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #dueTexts = new Set<string>();
  readonly #dueKeys = new Set<string>();
  readonly #rule: PassageRule;
  readonly #record: Recorder;

  constructor(rule: PassageRule<never>, record: Recorder) {
    this.#rule = rule as unknown as PassageRule;
    this.#record = record;
  }

  get due(): number {
    return this.#dueTexts.size + this.#dueKeys.size;
  }

  put(): void {}
  drop(): void {}

  touchText(documentId: string): void {
    this.#dueTexts.add(documentId);
  }

  touchMentions(documentId: string): void {
    if (this.#rule.reads === 'mentions') this.#dueTexts.add(documentId);
  }

  dropText(documentId: string): void {
    this.#dueTexts.delete(documentId);
    this.#replace(documentId, []);
  }

  step(look: Look): void {
    if (this.#dueTexts.size > 0) this.#read(takeFirst(this.#dueTexts), look);
    else this.#examine(takeFirst(this.#dueKeys), look);
  }

  #read(documentId: string, { known, mentionsOf }: Look): void {
    const text = known.texts.get(documentId);
    const mentions = text && this.#rule.reads === 'mentions' ? mentionsOf(documentId) : [];
    this.#replace(documentId, text ? [...this.#rule.find(text, mentions)] : []);
  }

  #replace(documentId: string, passages: readonly Passage[]): void {
    for (const passage of this.#passages.get(documentId) ?? []) {
      for (const key of passage.keys) {
        this.#groups.get(key)?.delete(documentId);
        this.#dueKeys.add(key);
      }
    }
    if (passages.length > 0) this.#passages.set(documentId, passages);
    else this.#passages.delete(documentId);
    for (const passage of passages) {
      for (const key of new Set(passage.keys)) {
        const group = this.#groups.get(key) ?? new Map<string, Passage[]>();
        const beside = group.get(documentId);
        if (beside) beside.push(passage);
        else group.set(documentId, [passage]);
        this.#groups.set(key, group);
        this.#dueKeys.add(key);
      }
    }
  }

  #examine(key: string, { known }: Look): void {
    const group = this.#groups.get(key);
    if (group?.size === 0) this.#groups.delete(key);
    const passages = [...(group?.values() ?? [])].flat().sort(byPlace);
    const now = passages.length === 0 ? [] : [...this.#rule.examine(key, passages, known)];
    this.#record(key, { old: this.#found.get(key) ?? [], now });
    if (now.length > 0) this.#found.set(key, now);
    else this.#found.delete(key);
  }
}
