import type { Finding } from './finding.ts';
import type { Mention } from './mention.ts';
import { byCode, byMention } from './place.ts';
import type { Form, PairRule } from './rule.ts';
import { type Look, type Recorder, type RuleRun, takeFirst } from './rule-run.ts';

/** A key that more forms share than this tells nothing: it brings no pairs together. */
const LARGEST_BLOCK = 150;

interface HeldForm {
  readonly mentions: Map<string, Mention>;
  readonly keys: readonly string[];
  form?: Form | undefined;
}

/** Runs a rule that compares forms two by two, where they share a key. */
export class PairRun implements RuleRun {
  readonly #forms = new Map<string, HeldForm>();
  readonly #blocks = new Map<string, Set<string>>();
  /** What was found between two forms, under either of them. */
  readonly #found = new Map<string, Map<string, readonly Finding[]>>();
  readonly #due = new Set<string>();
  readonly #rule: PairRule;
  readonly #record: Recorder;

  constructor(rule: PairRule, record: Recorder) {
    this.#rule = rule;
    this.#record = record;
  }

  get due(): number {
    return this.#due.size;
  }

  put(mention: Mention): void {
    const key = this.#rule.form(mention);
    if (key === undefined) return;
    const held = this.#forms.get(key) ?? this.#begin(key, mention);
    held.mentions.set(mention.id, mention);
    held.form = undefined;
    this.#due.add(key);
  }

  drop(mention: Mention): void {
    const key = this.#rule.form(mention);
    const held = key === undefined ? undefined : this.#forms.get(key);
    if (key === undefined || !held) return;
    held.mentions.delete(mention.id);
    held.form = undefined;
    this.#due.add(key);
  }

  touchText(): void {}
  touchMentions(): void {}
  dropText(): void {}

  renew(): void {
    for (const key of this.#forms.keys()) this.#due.add(key);
  }

  step(look: Look): void {
    const key = takeFirst(this.#due);
    const held = this.#forms.get(key);
    if (held?.mentions.size === 0) this.#end(key, held);
    const others = held && held.mentions.size > 0 ? this.#others(key, held) : new Set<string>();
    const before = this.#found.get(key);
    for (const other of [...(before?.keys() ?? [])]) if (!others.has(other)) this.#set(key, other, []);
    // Another form that is due itself will be compared with this one then.
    for (const other of others)
      if (!this.#due.has(other)) this.#set(key, other, this.#compare(key, other, look));
  }

  #begin(key: string, mention: Mention): HeldForm {
    const held: HeldForm = { mentions: new Map(), keys: [...new Set(this.#rule.keys(mention))] };
    this.#forms.set(key, held);
    for (const blockKey of held.keys) {
      const block = this.#blocks.get(blockKey) ?? new Set();
      block.add(key);
      this.#blocks.set(blockKey, block);
      if (block.size === LARGEST_BLOCK + 1) for (const form of block) this.#due.add(form);
    }
    return held;
  }

  #end(key: string, held: HeldForm): void {
    this.#forms.delete(key);
    for (const blockKey of held.keys) {
      const block = this.#blocks.get(blockKey)!;
      block.delete(key);
      if (block.size === 0) this.#blocks.delete(blockKey);
      if (block.size === LARGEST_BLOCK) for (const form of block) this.#due.add(form);
    }
  }

  #others(key: string, { keys }: HeldForm): Set<string> {
    const others = new Set<string>();
    for (const blockKey of keys) {
      const block = this.#blocks.get(blockKey)!;
      if (block.size <= LARGEST_BLOCK) for (const other of block) others.add(other);
    }
    others.delete(key);
    return others;
  }

  #compare(key: string, other: string, { known }: Look): readonly Finding[] {
    const [one, two] = byCode(key, other) < 0 ? [key, other] : [other, key];
    const [first, second] = [this.#form(one), this.#form(two)];
    if (first.mentions.length === 0 || second.mentions.length === 0) return [];
    return [...this.#rule.compare(first, second, known)];
  }

  #form(key: string): Form {
    const held = this.#forms.get(key)!;
    held.form ??= { key, mentions: [...held.mentions.values()].sort(byMention) };
    return held.form;
  }

  #set(one: string, other: string, now: readonly Finding[]): void {
    const old = this.#found.get(one)?.get(other) ?? [];
    if (old.length === 0 && now.length === 0) return;
    const place = byCode(one, other) < 0 ? `${one}\n${other}` : `${other}\n${one}`;
    this.#record(place, { old, now });
    this.#keep(one, other, now);
    this.#keep(other, one, now);
  }

  #keep(one: string, other: string, now: readonly Finding[]): void {
    const found = this.#found.get(one) ?? new Map();
    if (now.length > 0) found.set(other, now);
    else found.delete(other);
    if (found.size > 0) this.#found.set(one, found);
    else this.#found.delete(one);
  }
}
