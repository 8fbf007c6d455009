import { ClaimList } from './claim-list.ts';
import { ClaimWork } from './claim-work.ts';
import type { FactChecker } from './fact-checker.ts';
import { MarkMany } from './mark-many.ts';
import { entriesOf, placeOf, placesOf } from './places.ts';
import {
  type ClaimTypeName,
  type DocumentName,
  documents,
  type Entry,
  type Judgement,
  type PlannedClaim,
  type PlannedList,
  type PlannedPlaces,
  type Sweep,
} from './plan/plan.ts';
import { claimsOf, fieldsOn } from './reading-state.ts';

/** A claim that was marked. */
export interface Marked {
  readonly id: string;
  /** Where it is opened, without the origin. */
  readonly address: string;
  readonly document: DocumentName;
  readonly type: ClaimTypeName;
  /** As they stand in the text, those of several places apart by “…”. */
  readonly words: string;
}

/** The work of one person on one text, which is open: single claims, lists with their entries, and what is said of many. */
export class ShiftWork {
  readonly #checker: FactChecker;
  readonly #document: DocumentName;
  readonly #marked: Map<string, Marked>;
  readonly #work: ClaimWork;
  readonly #list: ClaimList;
  readonly #many: MarkMany;

  /** @param marked takes in the claims by the plan's keys */
  constructor(checker: FactChecker, document: DocumentName, known: Set<string>, marked: Map<string, Marked>) {
    this.#checker = checker;
    this.#document = document;
    this.#marked = marked;
    this.#work = new ClaimWork(checker, known);
    this.#list = new ClaimList(checker);
    this.#many = new MarkMany(checker);
  }

  async claim(claim: PlannedClaim): Promise<void> {
    const id = await this.#work.make(this.#document, claim);
    const places = [claim, ...(claim.also ?? [])].map(words => placeOf(this.#document, words).words);
    this.#keep(claim.key, id, claim.type, places.join(' … '));
  }

  /** Marks a list and its entries, fills in what they have in common, and then what is of each. */
  async list(planned: PlannedList): Promise<void> {
    const { list, entries } = planned;
    await this.claim(list);
    const places = entriesOf(this.#document, planned);
    if (!entries.oneByOne)
      await this.#many.items(this.#document, placeOf(this.#document, list), entries.type, places);
    const there = await this.#there(entries.type);
    for (const [i, place] of places.entries()) {
      const key = keyOf(entries.all[i]!);
      let id = there.get(place.start);
      if (!id) id = await this.#checker.mark(this.#document, place, entries.type);
      this.#keep(key, id, entries.type, place.words);
    }
    if (entries.fields) {
      await this.#list.pick(entries.all.map(entry => this.#id(keyOf(entry))));
      await this.#list.fill(entries.fields);
    }
    for (const entry of entries.all) await this.#entry(entry);
  }

  async #entry(entry: Entry): Promise<void> {
    const id = this.#id(keyOf(entry));
    const there = await fieldsOn(this.#checker.page, id);
    const fields = Object.fromEntries(
      Object.entries(entry.fields ?? {}).filter(([label, text]) => there[label.toLowerCase()] !== text),
    );
    const { workflow, verdict, tags, note } = entry;
    const isFilled = Object.keys(fields).length > 0;
    if (!isFilled && !workflow && !verdict && !tags && !note) return;
    await this.#list.goTo(id);
    if (isFilled) await this.#work.fill(fields);
    await this.#work.judge(entry);
    await this.#checker.saved();
  }

  /** Marks all places that have the same words, and says the same of each. */
  async places({ key, everywhere, type, ...judgement }: PlannedPlaces): Promise<void> {
    const places = placesOf(this.#document, everywhere);
    await this.#many.alike(this.#document, places[0]!, type);
    const there = await this.#there(type);
    for (const [i, place] of places.entries()) {
      const id = there.get(place.start);
      if (!id) throw new Error(`“${everywhere}” was not marked at ${place.start}.`);
      this.#keep(`${key} ${i + 1}`, id, type, everywhere);
    }
    await this.#list.judge(judgement satisfies Judgement, this.#work);
  }

  /** Says the same of several claims; what needs a passage, of one after the other. */
  async sweep({ claims, evidence, ...judgement }: Sweep): Promise<void> {
    const ids = claims.map(key => this.#id(key));
    if (evidence && 'passage' in evidence) {
      for (const id of ids) {
        await this.#list.goTo(id);
        await this.#work.attach(this.#document, evidence);
      }
    }
    await this.#list.pick(ids);
    await this.#list.judge(judgement, this.#work, evidence && 'source' in evidence ? evidence : undefined);
  }

  /** The claims of a type that stand in the text, by where they begin. */
  async #there(type: ClaimTypeName): Promise<Map<number, string>> {
    const claims = await claimsOf(this.#checker.page);
    return new Map(
      claims.filter(claim => claim.type === type.toLowerCase()).map(({ start, id }) => [start, id]),
    );
  }

  #keep(key: string, id: string, type: ClaimTypeName, words: string): void {
    if (this.#marked.has(key)) throw new Error(`The plan has “${key}” twice.`);
    const address = `/read/${documents[this.#document].id}/${id}`;
    this.#marked.set(key, { id, address, document: this.#document, type, words });
  }

  #id(key: string): string {
    const marked = this.#marked.get(key);
    if (!marked) throw new Error(`The plan marks no “${key}”.`);
    return marked.id;
  }
}

const keyOf = (entry: Entry): string => entry.key ?? entry.words;
