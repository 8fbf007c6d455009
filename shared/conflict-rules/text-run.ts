import type { Finding } from './finding.ts';
import type { TextRule } from './rule.ts';
import { type Look, type Recorder, type RuleRun, takeFirst } from './rule-run.ts';

/** Runs a rule that looks at each text by itself. */
export class TextRun implements RuleRun {
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #texts = new Set<string>();
  readonly #due = new Set<string>();
  readonly #rule: TextRule;
  readonly #record: Recorder;

  constructor(rule: TextRule, record: Recorder) {
    this.#rule = rule;
    this.#record = record;
  }

  get due(): number {
    return this.#due.size;
  }

  put(): void {}
  drop(): void {}

  touchText(documentId: string): void {
    this.#texts.add(documentId);
    this.#due.add(documentId);
  }

  touchMentions(documentId: string): void {
    if (this.#rule.reads === 'mentions') this.#due.add(documentId);
  }

  dropText(documentId: string): void {
    this.#texts.delete(documentId);
    this.#due.delete(documentId);
    this.#set(documentId, []);
  }

  renew(): void {
    for (const documentId of this.#texts) this.#due.add(documentId);
  }

  step({ known, mentionsOf }: Look): void {
    const documentId = takeFirst(this.#due);
    const text = known.texts.get(documentId);
    const mentions = this.#rule.reads === 'mentions' ? mentionsOf(documentId) : [];
    this.#set(documentId, text ? [...this.#rule.examine(text, mentions, known)] : []);
  }

  #set(documentId: string, now: readonly Finding[]): void {
    this.#record(documentId, { old: this.#found.get(documentId) ?? [], now });
    if (now.length > 0) this.#found.set(documentId, now);
    else this.#found.delete(documentId);
  }
}
