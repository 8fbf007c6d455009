import type { CheckedText } from '../detectors/checked-text.ts';
import type { Finding } from './finding.ts';
import { byPlace } from './place.ts';
import type { Passage, PassageRule } from './rule.ts';
import { type Look, type Recorder, type RuleRun, takeFirst } from './rule-run.ts';

/** What was read of a text, and of which: another text of the same document is another one. */
interface Read {
  readonly text: CheckedText;
  readonly passages: readonly Passage[];
}

/** Runs a rule that takes passages out of each text and compares those that share a key. */
export class PassageRun implements RuleRun {
  readonly #read = new Map<string, Read>();
  readonly #groups = new Map<string, Set<Passage>>();
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
    this.#replace(documentId, undefined, []);
  }

  renew(): void {
    for (const key of this.#groups.keys()) this.#dueKeys.add(key);
  }

  step(look: Look): void {
    if (this.#dueTexts.size > 0) this.#find(takeFirst(this.#dueTexts), look);
    else this.#examine(takeFirst(this.#dueKeys), look);
  }

  #find(documentId: string, { known, mentionsOf }: Look): void {
    const text = known.texts.get(documentId);
    const mentions = text && this.#rule.reads === 'mentions' ? mentionsOf(documentId) : [];
    this.#replace(documentId, text, text ? [...this.#rule.find(text, mentions)] : []);
  }

  /** Takes passages over in place of those before; what is the same stays, and nothing is looked at because of it. */
  #replace(documentId: string, text: CheckedText | undefined, found: readonly Passage[]): void {
    const before = this.#read.get(documentId);
    const kept = new Map<unknown, Passage>();
    if (before && before.text === text)
      for (const passage of before.passages) if (passage.from) kept.set(passage.from, passage);
    const passages = found.map(passage => kept.get(passage.from) ?? passage);
    const now = new Set(passages);
    for (const passage of before?.passages ?? []) if (!now.has(passage)) this.#take(passage);
    const old = new Set(before?.passages);
    for (const passage of now) if (!old.has(passage)) this.#put(passage);
    if (text && passages.length > 0) this.#read.set(documentId, { text, passages });
    else this.#read.delete(documentId);
  }

  #put(passage: Passage): void {
    for (const key of passage.keys) {
      const group = this.#groups.get(key) ?? new Set();
      group.add(passage);
      this.#groups.set(key, group);
      this.#dueKeys.add(key);
    }
  }

  #take(passage: Passage): void {
    for (const key of passage.keys) {
      this.#groups.get(key)?.delete(passage);
      this.#dueKeys.add(key);
    }
  }

  #examine(key: string, { known }: Look): void {
    const group = this.#groups.get(key);
    if (group?.size === 0) this.#groups.delete(key);
    const isTelling = group !== undefined && group.size > 0 && group.size <= this.#rule.most;
    const now = isTelling ? [...this.#rule.examine(key, [...group].sort(byPlace), known)] : [];
    const old = this.#found.get(key) ?? [];
    if (old.length === 0 && now.length === 0) return;
    this.#record(key, { old, now });
    if (now.length > 0) this.#found.set(key, now);
    else this.#found.delete(key);
  }
}
