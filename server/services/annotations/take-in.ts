import { setImmediate } from 'node:timers/promises';
import type { ForeignAnnotation, ForeignAnnotations, ForeignText } from '../../../shared/formats/foreign.ts';
import type { ImportPlan } from '../../../shared/formats/format.ts';
import type { ItemReport } from '../../../shared/formats/item-report.ts';
import { place } from '../../../shared/formats/placing/place.ts';
import { SearchedText } from '../../../shared/formats/placing/searched-text.ts';
import type { Placement, Repair, Sought } from '../../../shared/formats/placing/sought.ts';
import { Anchor, QUOTE_LIMIT } from '../../../shared/model/anchor.ts';
import { Claim } from '../../../shared/model/claim.ts';
import type { Document } from '../../../shared/model/document.ts';
import { kinds } from '../../../shared/model/objects.ts';
import type { Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import type { Storage } from '../../storage/port.ts';
import { Refusal } from '../refusal.ts';
import { claimIdOf, claimOf, type Taking } from './claim-of.ts';
import { newDocument } from './new-document.ts';
import { type TextHere, TextsHere } from './texts-here.ts';

/** How much text is looked through for annotations that do not name theirs, in UTF-16 code units. */
const LOOKED_THROUGH = 1e9;
/** How long annotations are placed in one go, in milliseconds. */
const BREATH = 30;
/** How much of the words is shown in the report. */
const SHOWN = 120;

const SAYS: Readonly<Record<Repair, string>> = {
  'other-unit': 'Its numbers count another unit than the format says.',
  folded: 'Its words differ in white space, quotation marks or the form of letters.',
  'by-quote': 'Its words were found elsewhere than its numbers say.',
  'other-context': 'What stands around its words is not what it says.',
  'by-words': 'The text was found by its words.',
};
const nothing = Object.fromEntries(kinds.map(kind => [kind, []])) as unknown as ImportPlan['objects'];

const UNCHECKED = 'The file has no words to hold its numbers against.';

const TOO_MUCH = 'It has more words or parts than a claim can have.';

export interface PlacingRequest extends Taking {
  readonly document?: string;
  readonly newId: () => string;
}

/** What is to be taken in, and what became of each annotation. */
export interface Placed {
  readonly plan: ImportPlan;
  readonly items: readonly ItemReport[];
}

/**
 * Places what was read from other programs' files on the texts here, and on those that came along. Nothing is written.
 * @throws Refusal where the document that was chosen is not there
 */
export async function placeAll(
  storage: Storage,
  read: ForeignAnnotations,
  request: PlacingRequest,
): Promise<Placed> {
  const placing = new Placing(storage, read, request, await TextsHere.of(storage));
  return placing.run();
}

class Placing {
  readonly #storage: Storage;
  readonly #read: ForeignAnnotations;
  readonly #request: PlacingRequest;
  readonly #here: TextsHere;
  readonly #texts = new Map<string, TextHere | string>();
  /** New documents by their texts. */
  readonly #new = new Map<string, TextHere>();
  readonly #documents: Document[] = [];
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #claims = new Map<string, Claim>();
  readonly #sources = new Map<string, Source>();
  readonly #seen = new Map<string, number>();
  #lookedThrough = 0;

  constructor(storage: Storage, read: ForeignAnnotations, request: PlacingRequest, here: TextsHere) {
    this.#storage = storage;
    this.#read = read;
    this.#request = request;
    this.#here = here;
  }

  async run(): Promise<Placed> {
    const { document } = this.#request;
    const chosen = document === undefined ? undefined : await this.#here.of(document);
    if (document !== undefined && !chosen)
      throw new Refusal('not-found', `There is no document ${document} to place them on.`);
    if (!chosen) for (const key of this.#read.texts.keys()) await this.#textOf(key);
    const items: ItemReport[] = [];
    let since = performance.now();
    for (const annotation of this.#read.annotations) {
      items.push(await this.#one(annotation, chosen));
      if (performance.now() - since < BREATH) continue;
      // Others get their turn.
      await setImmediate();
      since = performance.now();
    }
    for (const { id, says } of this.#read.faults)
      items.push({ id, state: 'unplaced', repairs: [], checked: false, says });
    return { items, plan: this.#plan() };
  }

  #plan(): ImportPlan {
    return {
      scope: { of: 'filter', filter: {} },
      objects: {
        ...nothing,
        document: this.#documents,
        claim: [...this.#claims.values()],
        source: [...this.#sources.values()],
      },
      removed: [],
      blobs: this.#blobs,
    };
  }

  async #one(annotation: ForeignAnnotation, chosen: TextHere | undefined): Promise<ItemReport> {
    const { id, label } = annotation;
    const report = { id, ...(label === undefined ? {} : { label }) };
    const unplaced = (says: string, more: Partial<ItemReport> = {}): ItemReport => ({
      ...report,
      state: 'unplaced',
      repairs: [],
      checked: false,
      says,
      ...more,
    });
    const found = await this.#find(annotation, chosen);
    if (typeof found === 'string') return unplaced(found);
    const { text, placement } = found;
    const document = text.document.id;
    if (!placement.found)
      return unplaced(placement.says, {
        document,
        ...(placement.candidates.length > 0 ? { candidates: [...placement.candidates] } : {}),
      });
    const { checked, ranges } = placement;
    const repairs = [...placement.repairs];
    const where = {
      document,
      ranges: [...ranges],
      words: text.searched.text
        .slice(ranges[0]!.start, ranges[0]!.start + SHOWN)
        .slice(0, ranges[0]!.end - ranges[0]!.start),
    };
    const says = [...repairs.map(repair => SAYS[repair]), ...(checked ? [] : [UNCHECKED])].join(' ');
    const made = await this.#make(annotation, text, ranges, repairs);
    if (typeof made === 'string') return unplaced(made, where);
    const state = made.known ? 'known' : repairs.length > 0 ? 'repaired' : 'exact';
    return {
      ...report,
      state,
      repairs,
      checked,
      says: made.known ? 'It was taken in before.' : says,
      claim: made.id,
      ...where,
    };
  }

  async #find(
    { target }: ForeignAnnotation,
    chosen: TextHere | undefined,
  ): Promise<{ text: TextHere; placement: Placement } | string> {
    if ('text' in target) {
      if (chosen) return this.#onChosen(target.text, target.sought, chosen);
      const text = await this.#textOf(target.text);
      return typeof text === 'string' ? text : { text, placement: place(text.searched, target.sought) };
    }
    const named = chosen ?? (await this.#here.named(target.about));
    if (named) return { text: named, placement: place(named.searched, target.sought) };
    return this.#byWords(target.sought);
  }

  /** What stands on a text of its own is carried over to the chosen one by its words. */
  #onChosen(key: string, sought: Sought, chosen: TextHere): { text: TextHere; placement: Placement } {
    const own = this.#read.texts.get(key)!.text;
    const first = place(new SearchedText(own), sought);
    if (!first.found) return { text: chosen, placement: first };
    const parts = first.ranges.map(range => [
      {
        by: 'words' as const,
        positions: [{ ...range, unit: 'utf16' as const }],
        quote: quoteOf(own, [range]),
      },
    ]);
    const placement = place(chosen.searched, { parts });
    return {
      text: chosen,
      placement: placement.found
        ? { ...placement, repairs: [...new Set([...first.repairs, ...placement.repairs])] }
        : placement,
    };
  }

  /** Where a file does not name its text, the one counts that has the words, if it alone has them. */
  async #byWords(sought: Sought): Promise<{ text: TextHere; placement: Placement } | string> {
    const hits: { text: TextHere; placement: Placement & { found: true } }[] = [];
    let ambiguous: { text: TextHere; placement: Placement } | undefined;
    for await (const text of this.#here.all()) {
      this.#lookedThrough += text.searched.text.length;
      if (this.#lookedThrough > LOOKED_THROUGH)
        return 'It does not name its text, and there are too many texts and annotations to seek it in all; choose a document.';
      const placement = place(text.searched, sought);
      if (placement.found && placement.checked) hits.push({ text, placement });
      else if (!placement.found && placement.why === 'ambiguous') ambiguous ??= { text, placement };
    }
    if (hits.length > 1)
      return 'Its words stand in several texts here, and it does not say which one it is about; choose a document.';
    const [hit] = hits;
    if (hit && !ambiguous)
      return {
        text: hit.text,
        placement: { ...hit.placement, repairs: [...hit.placement.repairs, 'by-words'] },
      };
    return ambiguous && !hit ? ambiguous : 'The text that it is about is not here.';
  }

  /** @returns the text that came along: as it is here, or as a new document; or why it cannot be one */
  async #textOf(key: string): Promise<TextHere | string> {
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const foreign: ForeignText = this.#read.texts.get(key)!;
    const text = (await this.#here.same(foreign)) ?? this.#added(foreign);
    this.#texts.set(key, text);
    return text;
  }

  #added(foreign: ForeignText): TextHere | string {
    const twin = this.#new.get(foreign.text);
    if (twin) return twin;
    const { by, at, newId } = this.#request;
    const made = newDocument(foreign, { by, at, id: newId(), revision: newId() });
    if (typeof made === 'string') return made;
    this.#documents.push(made.document);
    for (const [hash, bytes] of made.blobs) this.#blobs.set(hash, bytes);
    const text = {
      document: made.document,
      revision: made.document.revisions[0]!,
      searched: new SearchedText(foreign.text),
    };
    this.#new.set(foreign.text, text);
    return text;
  }

  async #make(
    annotation: ForeignAnnotation,
    text: TextHere,
    ranges: readonly Span[],
    repairs: readonly Repair[],
  ): Promise<{ id: string; known: boolean } | string> {
    if (ranges.reduce((sum, { start, end }) => sum + end - start, 0) > QUOTE_LIMIT) return TOO_MUCH;
    const { format } = this.#request;
    const first = claimIdOf(annotation, text.document.id, format, 0);
    const nth = this.#seen.get(first) ?? 0;
    this.#seen.set(first, nth + 1);
    const id = nth === 0 ? first : claimIdOf(annotation, text.document.id, format, nth);
    if (await this.#storage.readObject('claim', id)) return { id, known: true };
    const { claim, sources } = claimOf(id, annotation, text, ranges, repairs, this.#request);
    const checked = Claim.safeParse(claim);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      if (!Anchor.safeParse(claim.anchor).success) return TOO_MUCH;
      return `It cannot be a claim: ${issue.path.join('.')} ${issue.message}.`;
    }
    this.#claims.set(id, claim);
    for (const source of sources)
      if (!(await this.#storage.readObject('source', source.id))) this.#sources.set(source.id, source);
    return { id, known: false };
  }
}
