import type { Finding } from './finding.ts';
import type { Known } from './known.ts';
import type { Mention } from './mention.ts';
import { byMention } from './place.ts';
import type { GroupRule } from './rule.ts';
import { type Look, type Recorder, type RuleRun, takeFirst } from './rule-run.ts';

/** Runs a rule that looks at all mentions that share a key. */
export class GroupRun implements RuleRun {
  readonly #groups = new Map<string, Map<string, Mention>>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #due = new Set<string>();
  readonly #rule: GroupRule;
  readonly #record: Recorder;

  constructor(rule: GroupRule, record: Recorder) {
    this.#rule = rule;
    this.#record = record;
  }

  get due(): number {
    return this.#due.size;
  }

  put(mention: Mention, known: Known): void {
    const keys = [...new Set(this.#rule.keys(mention, known))];
    if (keys.length === 0) return;
    this.#keys.set(mention.id, keys);
    for (const key of keys) {
      const group = this.#groups.get(key) ?? new Map();
      group.set(mention.id, mention);
      this.#groups.set(key, group);
      this.#due.add(key);
    }
  }

  drop({ id }: Mention): void {
    for (const key of this.#keys.get(id) ?? []) {
      this.#groups.get(key)!.delete(id);
      this.#due.add(key);
    }
    this.#keys.delete(id);
  }

  touchText(): void {}
  touchMentions(): void {}
  dropText(): void {}

  renew(): void {
    for (const key of this.#groups.keys()) this.#due.add(key);
  }

  step({ known }: Look): void {
    const key = takeFirst(this.#due);
    const group = this.#groups.get(key);
    if (group?.size === 0) this.#groups.delete(key);
    const mentions = [...(group?.values() ?? [])].sort(byMention);
    const now = mentions.length === 0 ? [] : [...this.#rule.examine(key, mentions, known)];
    this.#record(key, { old: this.#found.get(key) ?? [], now });
    if (now.length > 0) this.#found.set(key, now);
    else this.#found.delete(key);
  }
}
