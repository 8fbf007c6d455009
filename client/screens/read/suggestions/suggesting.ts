import type { Offered } from '../../../../shared/api/found.ts';
import type { Refusal } from '../../../../shared/model/refusal.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { Picked } from '../../../elements/picked.ts';
import { remember, remembered } from '../../../frame/memory.ts';
import type { Store } from '../../../store/store.ts';
import { type Alike, alikeGroups, chosenOf, type Likeness } from './alike.ts';
import type { ShownSuggestions } from './suggestion-marks.ts';

const SHOWN = 'suggestions';
const ORDER = 'suggestions-order';

/** How suggestions are listed. */
export type Order = 'worth' | 'place';

/** What of the reading that suggestions belong to they need. */
export interface SuggestingHost {
  readonly store: Store;
  readonly documentId: string | undefined;
  readonly stage: string;
  /** Types of claims that are shown; all where undefined. */
  readonly shownTypes: readonly string[] | undefined;
  readonly selection: Span;
  /** Leaves whatever list stands in the inspector. */
  leaveLists(): void;
  focus(claimId: string | undefined): void;
  tell(): void;
}

/** What has just been refused, so that a reason can be given. */
export interface JustRefused {
  readonly ids: readonly string[];
  readonly offered: readonly Offered[];
}

interface Counted {
  /** What it was counted of. */
  readonly of: string;
  readonly filter: string;
  readonly version: number;
  readonly all: readonly Offered[];
  readonly shown: readonly Offered[];
  /** For each that is shown, where the last of it and those before it ends. */
  readonly ends: readonly number[];
  readonly byKey: ReadonlyMap<string, Offered>;
  readonly types: ReadonlyMap<string, number>;
  listed?: readonly Offered[];
}

const NOTHING: Counted = {
  of: '',
  filter: '',
  version: 0,
  all: [],
  shown: [],
  ends: [],
  byKey: new Map(),
  types: new Map(),
};

/** What is suggested in the text that is read, what of it is shown, and what is being done with it. */
export class Suggesting implements ShownSuggestions {
  /** Keys of the suggestions that are selected in the list. */
  readonly picked = new Picked<string>();
  readonly #host: SuggestingHost;
  #isShown = remembered(SHOWN) !== 'hidden';
  #order: Order = remembered(ORDER) === 'place' ? 'place' : 'worth';
  #isAwake = false;
  #isListing = false;
  #types: readonly string[] | undefined;
  #focused: string | undefined;
  #isPointed = false;
  #alike: Alike | undefined;
  #refused: JustRefused | undefined;
  #counted: Counted = NOTHING;

  constructor(host: SuggestingHost) {
    this.#host = host;
  }

  /** Begins to ask for suggestions; before, reading comes first. */
  wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    void this.#host.store.loadRefusals().catch(() => undefined);
    this.#host.tell();
  }

  /** Forgets all that belongs to the text that was read. */
  reset(): void {
    this.#isAwake = false;
    this.#types = undefined;
    this.#focused = undefined;
    this.#isPointed = false;
    this.#alike = undefined;
    this.#refused = undefined;
    this.#counted = { ...NOTHING, version: this.#counted.version + 1 };
    this.picked.clear();
  }

  /** What the desk suggests in this text; undefined before it is asked. */
  get source() {
    const { documentId, stage, store } = this.#host;
    return this.#isAwake && documentId && stage === 'ready' ? store.suggestionsOf(documentId) : undefined;
  }

  /** Changes with every change of what is shown. */
  get version(): number {
    return this.#count().version;
  }

  /** Whether suggestions are shown in the text; remembered in this browser. */
  get isShown(): boolean {
    return this.#isShown;
  }

  set isShown(isShown: boolean) {
    this.#isShown = isShown;
    remember(SHOWN, isShown ? undefined : 'hidden');
    if (!isShown) this.blur();
    this.#host.tell();
  }

  get order(): Order {
    return this.#order;
  }

  set order(order: Order) {
    this.#order = order;
    remember(ORDER, order === 'worth' ? undefined : order);
    delete this.#counted.listed;
    this.#host.tell();
  }

  /** Types that are listed and shown; all where undefined. */
  get types(): readonly string[] | undefined {
    return this.#types;
  }

  set types(types: readonly string[] | undefined) {
    this.#types = types;
    this.#host.tell();
  }

  /** Whether the list of suggestions stands in the inspector. */
  get isListing(): boolean {
    return this.#isListing;
  }

  set isListing(isListing: boolean) {
    if (isListing) this.#host.leaveLists();
    this.#isListing = isListing;
    this.#host.tell();
  }

  /** Another list stands in the inspector, or none. */
  leaveList(): void {
    this.#isListing = false;
  }

  /** How many suggestions there are of each type, whatever is shown. */
  get counts(): ReadonlyMap<string, number> {
    return this.#count().types;
  }

  /** All that the filters let through, in text order. */
  get passing(): readonly Offered[] {
    return this.#count().shown;
  }

  /** What is shown in the text, in text order. */
  get shown(): readonly Offered[] {
    return this.#isShown ? this.passing : [];
  }

  /** What is listed, in the order that was chosen. */
  get listed(): readonly Offered[] {
    const counted = this.#count();
    counted.listed ??=
      this.#order === 'place'
        ? counted.shown
        : [...counted.shown].sort((a, b) => b.worth - a.worth || a.ranges[0]!.start - b.ranges[0]!.start);
    return counted.listed;
  }

  touching(from: number, to: number): readonly Offered[] {
    if (!this.#isShown) return [];
    const { shown, ends } = this.#count();
    const found: Offered[] = [];
    for (let i = firstAbove(ends, from); i < shown.length && shown[i]!.ranges[0]!.start < to; i++)
      if (shown[i]!.ranges.some(({ start, end }) => start < to && end > from)) found.push(shown[i]!);
    return found;
  }

  /** @returns a suggestion that passes the filters */
  get(key: string): Offered | undefined {
    return this.#count().byKey.get(key);
  }

  /** The suggestion that has the focus. */
  get focused(): Offered | undefined {
    return this.#focused === undefined ? undefined : this.get(this.#focused);
  }

  /** Whether it was pointed at, so that what can be done stands beside it. */
  get isPointed(): boolean {
    return this.#isPointed && this.focused !== undefined;
  }

  /** Focuses a suggestion, in place of a claim. */
  focus(key: string, isPointed = false): void {
    this.#host.focus(undefined);
    this.#refused = undefined;
    this.#focused = key;
    this.#isPointed = isPointed;
    this.#host.tell();
  }

  /** Takes the focus away. */
  blur(): void {
    if (this.#focused === undefined && !this.#refused) return;
    this.#focused = undefined;
    this.#isPointed = false;
    this.#refused = undefined;
    this.#host.tell();
  }

  /** Takes away what stands beside the words. */
  unpoint(): void {
    if (!this.#isPointed) return;
    this.#isPointed = false;
    this.#host.tell();
  }

  /** Innermost suggestion that is shown at the caret; undefined where words are selected. */
  get atCaret(): Offered | undefined {
    const { start, end } = this.#host.selection;
    if (start !== end) return undefined;
    return this.touching(Math.max(0, start - 1), start + 1)
      .filter(({ ranges }) => ranges.some(range => range.start <= start && range.end >= start))
      .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  }

  /**
   * The next or previous suggestion that is shown, from the focused one or from the caret on.
   * @param from UTF-16 code units; where the focused one begins, or else the caret
   */
  neighbour(direction: 1 | -1): Offered | undefined {
    const { shown, focused } = this;
    const at = focused ? shown.indexOf(focused) : -1;
    if (at >= 0) return shown[at + direction];
    const { start } = this.#host.selection;
    return direction > 0
      ? shown.find(one => one.ranges[0]!.start >= start)
      : shown.findLast(one => one.ranges[0]!.start < start);
  }

  /** What is about to be accepted together. */
  get alike(): Alike | undefined {
    return this.#alike;
  }

  set alike(alike: Alike | undefined) {
    this.#alike = alike;
    this.#host.tell();
  }

  /** Proposes to accept a suggestion with all that are like it. @returns whether any are */
  proposeAlike(of: Offered): boolean {
    const groups = alikeGroups(of, this.source?.all ?? []);
    const [first] = groups;
    if (!first) return false;
    this.alike = { of, groups, likeness: first.likeness, off: new Set() };
    return true;
  }

  /** Takes another likeness for what is about to be accepted. */
  likenBy(likeness: Likeness): void {
    if (this.#alike) this.alike = { ...this.#alike, likeness, off: new Set() };
  }

  /** What has just been refused. */
  get refused(): JustRefused | undefined {
    return this.#refused;
  }

  set refused(refused: JustRefused | undefined) {
    this.#refused = refused;
    this.#host.tell();
  }

  /** What was refused in this text, latest first. */
  get refusals(): readonly Refusal[] {
    const { store, documentId } = this.#host;
    return store.objects
      .all('refusal')
      .filter(
        ({ object, removed }) => !removed && object.of === 'suggestion' && object.documentId === documentId,
      )
      .map(({ object }) => object)
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Leaves what is open, one thing at a time. @returns whether anything was */
  leave(): boolean {
    if (this.#isPointed) this.unpoint();
    else if (this.#alike) this.alike = undefined;
    else if (this.#refused) this.refused = undefined;
    else return false;
    return true;
  }

  /** Counts anew where something else is suggested or shown; a claim elsewhere changes neither. */
  #count(): Counted {
    const { source } = this;
    const { shownTypes, documentId } = this.#host;
    const types = this.#types;
    const before = this.#counted;
    const filter = `${this.#isShown} ${types} ${shownTypes}`;
    const of = `${documentId} ${source?.version}`;
    if (of === before.of && filter === before.filter) return before;
    const all = source?.all ?? [];
    if (filter === before.filter && isSame(all, before.all)) {
      this.#counted = { ...before, of };
      return this.#counted;
    }
    const counts = new Map<string, number>();
    for (const { type } of all) counts.set(type, (counts.get(type) ?? 0) + 1);
    const passes = ({ type }: Offered) =>
      (types === undefined || types.includes(type)) &&
      (shownTypes === undefined || shownTypes.includes(type));
    const shown = types || shownTypes ? all.filter(passes) : all;
    const byKey = new Map(shown.map(one => [one.key, one]));
    let last = 0;
    const ends = shown.map(({ ranges }) => {
      last = Math.max(last, ranges[ranges.length - 1]!.end);
      return last;
    });
    this.#counted = { of, filter, version: before.version + 1, all, shown, ends, byKey, types: counts };
    this.picked.keep(key => byKey.has(key));
    if (this.#alike) this.#alike = stillAlike(this.#alike, all);
    return this.#counted;
  }
}

const isSame = (a: readonly Offered[], b: readonly Offered[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));

/** Index of the first of some numbers, ascending, that is greater than a value. */
function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

const lengthOf = ({ ranges }: Offered): number =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

/** What is left of a proposal once suggestions have changed; nothing where all of it is gone. */
function stillAlike(alike: Alike, all: readonly Offered[]): Alike | undefined {
  const there = new Map(all.map(one => [one.key, one]));
  const groups = alike.groups.map(({ likeness, items }) => ({
    likeness,
    items: items.map(({ key }) => there.get(key)).filter(one => one !== undefined),
  }));
  const left = { ...alike, groups };
  return chosenOf({ ...left, off: new Set() }).length > 0 ? left : undefined;
}
