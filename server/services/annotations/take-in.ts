import type {
  ForeignAnnotation,
  ForeignEvidence,
  ForeignPiece,
  ForeignText,
} from '../../../shared/formats/foreign.ts';
import type { ItemReport } from '../../../shared/formats/item-report.ts';
import { place } from '../../../shared/formats/placing/place.ts';
import { SearchedText } from '../../../shared/formats/placing/searched-text.ts';
import type { Placement, Repair, Sought } from '../../../shared/formats/placing/sought.ts';
import { Anchor, QUOTE_LIMIT } from '../../../shared/model/anchor.ts';
import { Claim } from '../../../shared/model/claim.ts';
import { Conflict } from '../../../shared/model/conflict.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import type { Storage } from '../../storage/port.ts';
import { Refusal } from '../refusal.ts';
import { claimIdOf, claimOf, type Surroundings, type Taking } from './claim-of.ts';
import { newDocument } from './new-document.ts';
import { type TextHere, TextsHere } from './texts-here.ts';

/** How much text is looked through for annotations that do not name theirs, in UTF-16 code units. */
const LOOKED_THROUGH = 1e9;
/** How much of the words is shown in the report. */
const SHOWN = 120;

const SAYS: Readonly<Record<Repair, string>> = {
  'other-unit': 'Its numbers count another unit than the format says.',
  folded: 'Its words differ in white space, quotation marks or the form of letters.',
  'by-quote': 'Its words were found elsewhere than its numbers say.',
  'other-context': 'What stands around its words is not what it says.',
  edited: 'What stands there is like its words, but other words.',
  'by-words': 'The text was found by its words.',
};
const UNCHECKED = 'The file has no words to hold its numbers against.';

const TOO_MUCH = 'It has more words or parts than a claim can have.';

export interface PlacingRequest extends Taking {
  readonly document?: string;
  readonly newId: () => string;
}

/** Takes what is made of annotations, object by object: each after what it names. */
export type Taker = (
  kind: 'document' | 'claim' | 'source' | 'entity' | 'conflict',
  object: Document | Claim | Source | Entity | Conflict,
  blobs?: ReadonlyMap<string, Uint8Array>,
) => Promise<void>;

/**
 * Places what stands in other programs' files on the texts here, and on those that come along, one after the other.
 * @param tell hears what became of each annotation
 * @returns what is worth knowing besides, in sentences
 * @throws Refusal where the document that was chosen is not there
 */
export async function placeAll(
  storage: Storage,
  pieces: AsyncIterable<ForeignPiece> | Iterable<ForeignPiece>,
  request: PlacingRequest,
  take: Taker,
  tell: (item: ItemReport) => void,
): Promise<string[]> {
  const placing = new Placing(storage, request, await TextsHere.of(storage), take);
  return placing.run(pieces, tell);
}

class Placing {
  readonly #storage: Storage;
  readonly #request: PlacingRequest;
  readonly #here: TextsHere;
  readonly #take: Taker;
  /** The texts that came along; those that stand here are known by their documents alone. */
  readonly #foreign = new Map<string, ForeignText>();
  readonly #texts = new Map<string, TextHere | string>();
  /** New documents by their texts. */
  readonly #new = new Map<string, TextHere>();
  readonly #own = new Map<string, SearchedText>();
  readonly #sources = new Set<string>();
  readonly #seen = new Map<string, number>();
  /** Annotations that came and could not be claims. */
  readonly #failed = new Set<string>();
  readonly #entities = new Set<string>();
  #lookedThrough = 0;

  constructor(storage: Storage, request: PlacingRequest, here: TextsHere, take: Taker) {
    this.#storage = storage;
    this.#request = request;
    this.#here = here;
    this.#take = take;
  }

  async run(
    pieces: AsyncIterable<ForeignPiece> | Iterable<ForeignPiece>,
    tell: (item: ItemReport) => void,
  ): Promise<string[]> {
    const { document } = this.#request;
    const chosen = document === undefined ? undefined : await this.#here.of(document);
    if (document !== undefined && !chosen)
      throw new Refusal('not-found', `There is no document ${document} to place them on.`);
    const notes: string[] = [];
    for await (const piece of pieces)
      switch (piece.is) {
        case 'text':
          this.#foreign.set(piece.key, piece.text);
          if (!chosen) await this.#textOf(piece.key);
          break;
        case 'entity':
          await this.#entity(piece.entity);
          break;
        case 'conflict':
          tell(await this.#conflict(piece.conflict));
          break;
        case 'annotation':
          tell(await this.#one(piece.annotation, chosen));
          break;
        case 'fault':
          tell({ ...piece.fault, state: 'unplaced', repairs: [], checked: false });
          break;
        case 'note':
          notes.push(piece.says);
      }
    return notes;
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
    if (typeof made === 'string') {
      this.#failed.add(claimIdOf(annotation, document, this.#request.format, 0));
      return unplaced(made, where);
    }
    const state = made.known ? 'known' : repairs.length > 0 ? 'repaired' : 'exact';
    return {
      ...report,
      state,
      repairs,
      checked,
      says: made.known ? 'It was taken in before.' : [says, made.left].filter(Boolean).join(' '),
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
    let searched = this.#own.get(key);
    if (!searched) {
      searched = new SearchedText(this.#foreign.get(key)!.text);
      this.#own.clear();
      this.#own.set(key, searched);
    }
    const own = searched.text;
    const first = place(searched, sought);
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
      if (placement.found && placement.checked && tellsText(placement.repairs))
        hits.push({ text, placement });
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
    const foreign = this.#foreign.get(key)!;
    const text = (await this.#here.same(foreign)) ?? (await this.#added(foreign));
    this.#texts.set(key, text);
    return text;
  }

  async #added(foreign: ForeignText): Promise<TextHere | string> {
    const twin = this.#new.get(foreign.text);
    if (twin) return twin;
    const { by, at, newId } = this.#request;
    const made = newDocument(foreign, { by, at, id: newId(), revision: newId() });
    if (typeof made === 'string') return made;
    await this.#take('document', made.document, made.blobs);
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
  ): Promise<{ id: string; known: boolean; left?: string } | string> {
    if (ranges.reduce((sum, { start, end }) => sum + end - start, 0) > QUOTE_LIMIT) return TOO_MUCH;
    const { format } = this.#request;
    const first = claimIdOf(annotation, text.document.id, format, 0);
    const nth = this.#seen.get(first) ?? 0;
    this.#seen.set(first, nth + 1);
    const id = nth === 0 ? first : claimIdOf(annotation, text.document.id, format, nth);
    if (await this.#storage.readObject('claim', id)) return { id, known: true };
    const around = await this.#around(annotation);
    const { claim, sources } = claimOf(id, annotation, text, ranges, repairs, this.#request, around);
    const checked = Claim.safeParse(claim);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      if (!Anchor.safeParse(claim.anchor).success) return TOO_MUCH;
      return `It cannot be a claim: ${issue.path.join('.')} ${issue.message}.`;
    }
    for (const source of sources) {
      if (this.#sources.has(source.id)) continue;
      this.#sources.add(source.id);
      if (!(await this.#storage.readObject('source', source.id))) await this.#take('source', source);
    }
    await this.#take('claim', checked.data);
    const left = leftOf(annotation, checked.data);
    return { id, known: false, ...(left === '' ? {} : { left }) };
  }

  /** Finds what an annotation names beside its words: passages of its evidence, texts, entities, files. */
  async #around({ entityId, evidence = [] }: ForeignAnnotation): Promise<Surroundings> {
    const passages = new Map<ForeignEvidence, Anchor>();
    const here = new Set<string>(entityId !== undefined && this.#entities.has(entityId) ? [entityId] : []);
    if (entityId !== undefined && !here.has(entityId) && (await this.#storage.readObject('entity', entityId)))
      here.add(entityId);
    for (const one of evidence) {
      const { documentId } = one.source ?? {};
      if (documentId !== undefined && this.#here.documents.some(({ id }) => id === documentId))
        here.add(documentId);
      for (const { sha256 } of one.attachments ?? [])
        if (await this.#storage.readBlob(sha256)) here.add(sha256);
      const text = one.passage && (await this.#here.named(one.passage.about));
      const placed = text && one.passage ? place(text.searched, one.passage.sought) : undefined;
      if (!text || !placed?.found || placed.repairs.includes('edited')) continue;
      const { document, revision, searched } = text;
      const ranges = placed.ranges.map(({ start, end }) => ({ start, end }));
      passages.set(one, {
        ...{ documentId: document.id, revision: revision.id, ranges },
        quote: quoteOf(searched.text, ranges),
      });
    }
    return { passages, isHere: id => here.has(id) };
  }

  async #entity(entity: Entity): Promise<void> {
    if (this.#entities.has(entity.id)) return;
    this.#entities.add(entity.id);
    if (!(await this.#storage.readObject('entity', entity.id))) await this.#take('entity', entity);
  }

  /** Takes in a conflict whose sides all have claims here; claims that could not be placed are missing in them. */
  async #conflict(conflict: Conflict): Promise<ItemReport> {
    const { id, title } = conflict;
    const report = { id, label: title.slice(0, SHOWN), repairs: [], checked: true };
    if (await this.#storage.readObject('conflict', id))
      return { ...report, state: 'known', says: 'It was taken in before.' };
    const sides: Conflict['sides'] = [];
    let missing = 0;
    for (const side of conflict.sides) {
      const claimIds: string[] = [];
      for (const claim of side.claimIds)
        if (await this.#isClaim(claim)) claimIds.push(claim);
        else missing++;
      if (claimIds.length > 0) sides.push({ ...side, claimIds });
    }
    const made = Conflict.safeParse({ ...conflict, sides });
    if (sides.length < conflict.sides.length || !made.success)
      return { ...report, state: 'unplaced', says: 'Claims that it is about are not here.' };
    await this.#take('conflict', made.data);
    const says = missing === 0 ? '' : `Of its claims ${missing} could not be placed.`;
    return { ...report, state: 'exact', says };
  }

  async #isClaim(id: string): Promise<boolean> {
    if (this.#seen.has(id) && !this.#failed.has(id)) return true;
    return (await this.#storage.readObject('claim', id)) !== undefined;
  }
}

/** Words that are only like those sought, or stand among others, do not tell which text is meant. */
const tellsText = (repairs: readonly Repair[]): boolean =>
  !repairs.includes('edited') && !repairs.includes('other-context');

/** @returns what of an annotation its claim does not have, in sentences */
function leftOf({ entityId, evidence = [] }: ForeignAnnotation, claim: Claim): string {
  const count = (of: (one: ForeignEvidence) => number): number =>
    evidence.reduce((sum, one) => sum + of(one), 0);
  const passages =
    count(({ passage }) => (passage ? 1 : 0)) - claim.evidence.filter(one => one.passage).length;
  const files =
    count(({ attachments = [] }) => attachments.length) -
    claim.evidence.reduce((sum, { attachments = [] }) => sum + attachments.length, 0);
  return [
    entityId !== undefined && claim.entityId === undefined ? 'What it names is not here.' : '',
    passages > 0 ? `Passages that it cites and that are not here: ${passages}.` : '',
    files > 0 ? `Files that go with its evidence and are not here: ${files}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
