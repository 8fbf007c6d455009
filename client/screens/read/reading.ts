import { msg } from '@lit/localize';
import { ApiProblem } from '../../../shared/api/client.ts';
import { FLAG } from '../../../shared/claim-index/columns.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import type { ClaimTable } from '../../../shared/claim-index/table.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import type { Excerpt } from '../../../shared/derivation/excerpt.ts';
import type { Locator } from '../../../shared/derivation/locator.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { currentRevision, type Document, type Revision } from '../../../shared/model/document.ts';
import { Id } from '../../../shared/model/ids.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import type { Span, TextLike } from '../../../shared/text/text-like.ts';
import { Picked } from '../../elements/picked.ts';
import { toast } from '../../elements/toasts.ts';
import { locale } from '../../localize/locale.ts';
import type { MarkSource } from '../../reader/types.ts';
import type { OpenClaims } from '../../store/claims.ts';
import { AwayError, type DeskClient } from '../../store/client.ts';
import { derivationsOf, locatingOf } from '../../store/derivations/derivations.ts';
import type { KnownDerivation } from '../../store/derivations/known-derivation.ts';
import type { Store, StoreEvent, Topic } from '../../store/store.ts';
import { afterFrame } from './after-frame.ts';
import type { Marking } from './bulk/marking.ts';
import { ClaimMarks } from './claim-marks.ts';
import { foundAgain, keep } from './found-again.ts';
import { type Heading, headingsIn } from './headings.ts';
import { readyToDraw } from './lens.ts';
import type { Picking } from './picking.ts';
import { Placing } from './placing/placing.ts';
import { QuoteLocks } from './quote-lock.ts';
import { Suggesting } from './suggestions/suggesting.ts';
import { LayeredMarks } from './suggestions/suggestion-marks.ts';
import { TextPieces } from './text-pieces.ts';

export type Stage = 'nothing' | 'loading' | 'ready' | 'missing' | 'removed' | 'away' | 'failed';
/** What is being done to the focused claim in the inspector. */
export type Task = 'entity' | 'evidence' | 'note' | 'tag' | 'value' | 'workflow' | 'verdict' | 'remove';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Texts longer than this show their first claims before the others are here; UTF-16 code units. */
const LONG = 500_000;
const FIRST_WINDOW = 16_384;
const CONTEXT_SHOWN = { before: 64, after: 40 };

/**
 * What one person is reading: the document, its text, the focused claim, the selection, and what is under way.
 * Outlives the screen, so that picking a passage or a claim goes on in another document. Tells `change`.
 */
export class Reading extends EventTarget {
  readonly store: Store;
  stage: Stage = 'nothing';
  problem = '';
  documentId: string | undefined;
  revision: Revision | undefined;
  text: TextPieces | undefined;
  /** What is highlighted: claims and suggestions. */
  marks: MarkSource | undefined;
  headings: readonly Heading[] = [];
  /** UTF-16 code units; empty where only a caret stands. */
  selection: Span = { start: 0, end: 0 };
  /** Where another revision of the text is to be shown first, so that the eye stays where it was; UTF-16 code units. */
  landing: number | undefined;
  viewport: Span = { start: 0, end: 0 };
  task: Task | undefined;
  locks: QuoteLocks;
  readonly suggesting = new Suggesting(this);
  /** What waits to be placed since the text had another revision. */
  readonly placing = new Placing(this);
  /** The slots of the claims that are selected in the list, for something that is done to all of them. */
  readonly picked = new Picked<number>();
  /** The claims that were there when they changed last, and how many. */
  #counted: { readonly table: ClaimTable | undefined; readonly size: number } = { table: undefined, size: 0 };
  #isListing = false;
  #marking: Marking | undefined;
  #focused: string | undefined;
  /** The claim that was focused when it went; it has the focus again should it come back. */
  #lost: string | undefined;
  #picking: Picking | undefined;
  #opening = 0;
  /** The claims that `marks` shows. */
  #marked: OpenClaims | undefined;
  /** The revision that is being opened in place of the one that is shown. */
  #renewing: string | undefined;
  #told = false;

  constructor(store: Store) {
    super();
    this.store = store;
    this.locks = new QuoteLocks(store, () => this.tell());
    store.addEventListener('change', event => this.#storeChanged(event as StoreEvent));
  }

  get document(): Document | undefined {
    return this.documentId ? this.store.get('document', this.documentId)?.object : undefined;
  }

  get client(): DeskClient {
    return this.store.client;
  }

  /** What is known of the open text where it was derived from a file of another kind, once that is here. */
  get derivation(): KnownDerivation | undefined {
    return this.revision && derivationsOf(this.client).peek(this.revision);
  }

  /** The claims of the open document, once they are here. */
  get claims(): OpenClaims | undefined {
    const { claims } = this.store;
    return this.stage === 'ready' && claims?.documentId === this.documentId ? claims : undefined;
  }

  get focused(): string | undefined {
    return this.#focused;
  }

  /** Types whose claims are shown; all where undefined. */
  get shownTypes(): readonly string[] | undefined {
    return this.claims?.filter.types;
  }

  /** The focused claim in full, once it is here; also when somebody else has just removed it. */
  get claim(): Versioned<'claim'> | undefined {
    const id = this.#focused;
    if (id === undefined) return undefined;
    return (
      this.store.get('claim', id) ?? (this.#isTakenAway(id) ? this.store.objects.get('claim', id) : undefined)
    );
  }

  /** Whether somebody else has removed a claim: it stays in hand, with what is being written about it. */
  #isTakenAway(claimId: string): boolean {
    const { objects, others } = this.store;
    return (
      objects.confirmed('claim', claimId)?.removed !== undefined && others.changed(claimId) !== undefined
    );
  }

  /** The way in which the next click or selection is to be understood, where it is not the usual one. */
  get picking(): Picking | undefined {
    return this.#picking;
  }

  set picking(picking: Picking | undefined) {
    this.#picking = picking;
    this.tell();
  }

  get pickedIds(): string[] {
    const { table } = this.claims ?? {};
    return table ? this.picked.keys.map(slot => table.idAt(slot)) : [];
  }

  /** Whether the list of claims stands in place of the focused claim. */
  get isListing(): boolean {
    return this.#isListing;
  }

  set isListing(isListing: boolean) {
    if (isListing) this.leaveLists();
    this.#isListing = isListing;
    this.tell();
  }

  /** Leaves whatever list stands in the inspector. */
  leaveLists(): void {
    this.#isListing = false;
    this.suggesting.leaveList();
    if (this.placing.isListing) this.placing.isListing = false;
    this.tell();
  }

  /** Stretches that are about to be marked at once, and which of them. */
  get marking(): Marking | undefined {
    return this.#marking;
  }

  set marking(marking: Marking | undefined) {
    this.#marking = marking;
    this.tell();
  }

  /** Adds a claim to the sides of the conflict that is being put together. @returns whether it was not one yet */
  addSide(claimId: string): boolean {
    const { picking } = this;
    if (picking?.kind !== 'flag' || claimId === picking.claimId || picking.others.includes(claimId))
      return false;
    this.picking = { ...picking, others: [...picking.others, claimId] };
    void this.store.loadClaims([claimId]).then(() => this.tell());
    return true;
  }

  /** Tells at once that claims at these places have changed, so that they are drawn in this frame. */
  touched(ranges: readonly Span[]): void {
    this.dispatchEvent(new CustomEvent('touched', { detail: ranges }));
  }

  /** Tells listeners once a task that something here has changed. */
  tell(): void {
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      this.dispatchEvent(new Event('change'));
    });
  }

  /** Lets the text and its claims go, unless a passage or a claim for something under way is being looked for. */
  close(): void {
    if (this.picking) return;
    this.#opening++;
    this.stage = 'nothing';
    this.documentId = undefined;
    this.revision = undefined;
    this.text = undefined;
    this.marks = undefined;
    this.headings = [];
    this.#focused = undefined;
    this.suggesting.reset();
    this.placing.reset();
    this.store.closeClaims();
    this.tell();
  }

  /** Opens a document and, where one is named, focuses a claim of it. Resolves when it can be read or cannot. */
  async open(documentId: string, claim?: string): Promise<void> {
    const claimId = Id.safeParse(claim).data;
    if (documentId === this.documentId && this.stage === 'ready') {
      if (claimId) this.focus(claimId);
      return;
    }
    const opening = ++this.#opening;
    this.documentId = documentId;
    this.stage = 'loading';
    this.text = undefined;
    this.marks = undefined;
    this.headings = [];
    this.selection = { start: 0, end: 0 };
    this.landing = undefined;
    this.task = undefined;
    this.picked.clear();
    this.#counted = { table: undefined, size: 0 };
    this.#marking = undefined;
    this.suggesting.reset();
    this.placing.reset();
    this.#focused = claimId;
    this.#lost = undefined;
    this.tell();
    try {
      await this.store.works.run(msg('Opening the document …'), ({ signal }) =>
        Promise.race([this.#openNow(documentId, claimId, opening), calledOff(signal)]),
      );
    } catch (error) {
      this.#fail(error, opening);
      // Should it come all the same, nobody waits for it any more.
      if (opening === this.#opening) this.#opening++;
    }
    this.tell();
  }

  async #openNow(documentId: string, claimId: string | undefined, opening: number): Promise<void> {
    const known = this.store.objects.get('document', documentId);
    if (known?.removed) {
      this.stage = 'removed';
      return;
    }
    // A document that has just been brought back is not there to read before the server knows it.
    if (this.store.objects.confirmed('document', documentId)?.removed) await this.store.sent(documentId);
    const early = known && !claimId && currentRevision(known.object).length > LONG;
    const claims = early ? undefined : this.store.openClaims(documentId);
    claims?.catch(() => undefined);
    const held = known ?? (await this.store.loadDocument(documentId));
    const revision = currentRevision(held.object);
    const [text, shown] = await Promise.all([
      this.#loadText(documentId, revision),
      claims ?? this.store.peekClaims(documentId, 0, FIRST_WINDOW),
    ]);
    if (opening !== this.#opening) return;
    this.revision = revision;
    this.text = text;
    this.#mark(shown);
    this.stage = held.removed ? 'removed' : 'ready';
    if (claimId) this.#look(claimId);
    if (early) void this.#openRest(documentId, opening);
  }

  /** Gets all claims of a long text once its first window is on the screen. */
  async #openRest(documentId: string, opening: number): Promise<void> {
    await afterFrame();
    try {
      const claims = await this.store.openClaims(documentId);
      if (opening !== this.#opening) return;
      this.#mark(claims);
    } catch (error) {
      this.#fail(error, opening);
    }
    this.tell();
  }

  /** Shows another revision of the text in place of the one that is shown, with its claims, where the eye was. */
  async #renew(to: Revision): Promise<void> {
    const { documentId, text, store } = this;
    if (!documentId || !text || this.#renewing === to.id) return;
    this.#renewing = to.id;
    const opening = this.#opening;
    const kept = keep(text, this.viewport.start, this.selection);
    const isStill = () => opening === this.#opening && this.#renewing === to.id;
    try {
      const newer = await this.#loadText(documentId, to);
      const found = await foundAgain(newer, kept);
      const claims = await store.openClaims(documentId);
      if (!isStill()) return;
      const hadWords = this.selection.end > this.selection.start;
      this.revision = to;
      this.text = newer;
      this.landing = found.top;
      this.selection = found.selection ?? { start: found.top, end: found.top };
      this.headings = [];
      this.locks = new QuoteLocks(store, () => this.tell());
      this.#mark(claims);
      const detail = { by: store.others.changed(documentId)?.by, hasLostWords: hadWords && !found.selection };
      this.dispatchEvent(new CustomEvent('renewed', { detail }));
      void this.loadBackground();
    } catch {
      if (isStill()) this.dispatchEvent(new CustomEvent('unrenewed'));
    } finally {
      if (this.#renewing === to.id) this.#renewing = undefined;
    }
    this.tell();
  }

  /** Shows the revision that the document has by now, where that is not known here yet. */
  async #follow(): Promise<void> {
    const { documentId, store } = this;
    if (!documentId) return;
    const held = await store.loadDocument(documentId).catch(() => undefined);
    const current = held && currentRevision(held.object);
    if (current && documentId === this.documentId && current.id !== this.revision?.id)
      await this.#renew(current);
  }

  #mark(claims: OpenClaims): void {
    this.#marked = claims;
    const { revision } = claims.table;
    if (revision !== undefined && revision !== this.revision?.id) {
      // They stand on another text than the one that is shown, and would be drawn over other words.
      void this.#follow();
      return;
    }
    const marks = new ClaimMarks(
      claims,
      () => this.#focused,
      async id => {
        await this.store.loadClaims([id]);
        const claim = this.store.get('claim', id)?.object;
        return claim && describe(claim, locale());
      },
    );
    this.marks = new LayeredMarks(marks, this.suggesting);
  }

  #fail(error: unknown, opening: number): void {
    if (opening !== this.#opening) return;
    this.stage =
      error instanceof AwayError
        ? 'away'
        : error instanceof ApiProblem && error.status === 404
          ? 'missing'
          : 'failed';
    this.problem = error instanceof Error ? error.message : String(error);
  }

  async retry(): Promise<void> {
    const { documentId } = this;
    this.stage = 'nothing';
    if (documentId) await this.open(documentId, this.#focused);
  }

  /** Focuses a claim, or none; what was being done to another one ends. */
  focus(claimId: string | undefined): void {
    if (claimId !== undefined) this.suggesting.blur();
    if (claimId === this.#focused) return;
    this.#focused = claimId;
    this.#lost = undefined;
    this.task = undefined;
    if (claimId) void this.#loadWithNeighbours(claimId);
    this.tell();
  }

  /** Shows the claims that pass a filter; everything where it asks nothing. */
  setFilter(filter: ClaimFilter): void {
    const { claims } = this.store;
    if (claims) claims.filter = filter;
    this.tell();
  }

  /** Starts or ends something in the inspector. */
  begin(task: Task | undefined): void {
    this.task = task;
    this.tell();
  }

  /** The next or previous claim that is shown, from the focused one or from the caret; undefined at the end. */
  neighbour(direction: 1 | -1, passes: (slot: number) => boolean = () => true): string | undefined {
    const { claims } = this;
    if (!claims) return undefined;
    const focused = this.#focused ? claims.table.slotOf(this.#focused) : -1;
    const from = focused >= 0 && claims.table.columns.flags[focused]! & FLAG.waiting ? -1 : focused;
    let slot = from >= 0 ? claims.step(from, direction) : claims.stepFrom(this.selection.start, direction);
    while (slot >= 0 && !passes(slot)) slot = claims.step(slot, direction);
    return slot < 0 ? undefined : claims.table.idAt(slot);
  }

  /** Words of the open document as an anchor; undefined where the text there is not at hand yet. */
  anchorNow(ranges: readonly Span[]): Anchor | undefined {
    const text = this.text?.atHand(ranges[0]!.start - 64, ranges[ranges.length - 1]!.end + 64);
    return text && this.#anchor(text, ranges);
  }

  /** @throws where the text cannot be fetched */
  async anchorOf(ranges: readonly Span[]): Promise<Anchor> {
    const text = await this.text!.around(ranges[0]!.start - 64, ranges[ranges.length - 1]!.end + 64);
    return this.#anchor(text, ranges);
  }

  /** Whether a claim of the open document stands on another revision than the one that is shown. */
  waits({ anchor }: Claim): boolean {
    return (
      anchor.documentId === this.documentId &&
      this.revision !== undefined &&
      anchor.revision !== this.revision.id
    );
  }

  /**
   * What is known of the stretch from the first to the last of some ranges of the open text; undefined where it is its own
   * original, and until it has come, which is told.
   */
  excerptOf(ranges: readonly Span[]): Excerpt | undefined {
    const { derivation } = this;
    const span = { start: ranges[0]!.start, end: ranges[ranges.length - 1]!.end };
    const excerpt = derivation?.peek(span);
    if (derivation && !excerpt) void derivation.excerpt(span).then(() => this.tell());
    return excerpt;
  }

  /** Where in the original some ranges of the open text stand; undefined where it is its own original. */
  locate(ranges: readonly Span[]): { locator: Locator; heading: string | undefined } | undefined {
    const { text } = this;
    const excerpt = this.excerptOf(ranges);
    if (!excerpt) return undefined;
    const locator = locatingOf(excerpt.derivation).of(ranges);
    const { heading } = locator;
    const words = heading && text?.atHand(heading.start, heading.end)?.slice(heading.start, heading.end);
    return { locator, heading: words };
  }

  /** Text on either side of an anchor in the open document, for showing its words in context; undefined while not at hand. */
  contextOf(claim: Claim): { before: string; after: string } | undefined {
    if (claim.anchor.documentId !== this.documentId || claim.anchor.revision !== this.revision?.id) return;
    const { ranges } = claim.anchor;
    const [start, end] = [ranges[0]!.start, ranges[ranges.length - 1]!.end];
    const text = this.text?.atHand(start - CONTEXT_SHOWN.before, end + CONTEXT_SHOWN.after);
    return (
      text && {
        before: text.slice(Math.max(0, start - CONTEXT_SHOWN.before), start),
        after: text.slice(end, Math.min(text.length, end + CONTEXT_SHOWN.after)),
      }
    );
  }

  /** Brings what is not needed for the first sight: what waits, titles, conflicts, sources, and the headings of the text. */
  async loadBackground(): Promise<void> {
    const { store, text } = this;
    this.placing.wake();
    await Promise.allSettled([
      store.summaries.size > 0 ? undefined : store.loadDocuments(),
      store.loadConflicts(),
      store.loadSources(),
      store.loadEntities(),
    ]);
    const type = this.document?.mediaType;
    if (!text || !type) return;
    if (type === 'text/plain') {
      await this.#findLandmarks(text);
      return;
    }
    const found: Heading[] = [];
    for (let piece = 0; piece < text.map.pieceChunks.length; piece++) {
      const words = await text.load(piece).catch(() => '');
      if (this.text !== text) return;
      found.push(...headingsIn(words, type, text.map.chunkStarts[text.map.pieceChunks[piece]!]!));
    }
    this.headings = found;
    this.tell();
  }

  /** The headings of a derived text, and what else of its original the reader finds the way by. */
  async #findLandmarks(text: TextPieces): Promise<void> {
    const { documentId, revision } = this;
    if (!documentId || !revision?.reading.extraction) return;
    const known = await derivationsOf(this.client)
      .load(documentId, revision, text)
      .catch(() => undefined);
    if (this.text !== text || !known) return;
    this.headings = known.summary.contents;
    this.tell();
  }

  #anchor(text: TextLike, ranges: readonly Span[]): Anchor {
    return {
      documentId: this.documentId!,
      revision: this.revision!.id,
      ranges: ranges.map(({ start, end }) => ({ start, end })),
      quote: { ...quoteOf(text, ranges) },
    };
  }

  /** Fetches the claim that an address names; says so where it is not there any more. */
  #look(claimId: string): void {
    if (this.claims!.table.slotOf(claimId) < 0) {
      this.#focused = undefined;
      toast(msg('The claim that the address names is not in this document any more.'));
    } else void this.store.loadClaims([claimId]).catch(() => undefined);
  }

  async #loadText(id: string, revision: Revision): Promise<TextPieces> {
    const { client } = this.store;
    const piece = async (index: number) =>
      utf8.decode(await client.getPiece({ params: { id, revision: revision.id, piece: index } }));
    const first = piece(0);
    first.catch(() => undefined);
    const map = await client.getTextMap({ params: { id, revision: revision.id } });
    const text = new TextPieces(map, index => (index === 0 ? first.catch(() => piece(0)) : piece(index)));
    await Promise.all([text.load(0), readyToDraw(this.client, id, revision, text)]);
    return text;
  }

  async #loadWithNeighbours(claimId: string): Promise<void> {
    const { claims, store } = this;
    const ids = [claimId];
    const slot = claims?.table.slotOf(claimId) ?? -1;
    for (const direction of [1, -1] as const) {
      const next = claims && slot >= 0 ? claims.step(slot, direction) : -1;
      if (next >= 0) ids.push(claims!.table.idAt(next));
    }
    await store.loadClaims(ids).catch(() => undefined);
  }

  /** Selected claims stay so while they are there, also when all claims have been fetched anew. */
  #keepPicked(table: ClaimTable): void {
    const before = this.#counted;
    this.#counted = { table, size: table.size };
    if (this.picked.size === 0) return;
    const { flags } = table.columns;
    if (before.table && before.table !== table)
      this.picked.rename(slot => {
        const now = table.slotOf(before.table!.idAt(slot));
        return now < 0 ? undefined : now;
      });
    else if (table.size < before.size) this.picked.keep(slot => (flags[slot]! & FLAG.deleted) === 0);
  }

  #storeChanged(event: StoreEvent): void {
    if (this.stage === 'away' && event.topics.has('saving') && this.store.saving.online) void this.retry();
    const current = this.stage === 'ready' && this.document ? currentRevision(this.document) : undefined;
    if (current && this.revision && current.id !== this.revision.id) void this.#renew(current);
    // All of the desk was fetched anew.
    else if (this.claims && this.#marked !== this.claims) this.#mark(this.claims);
    if (['claims', 'documents', 'saving'].some(topic => event.topics.has(topic as Topic)))
      this.placing.noticed();
    const { table } = this.claims ?? {};
    if (table && event.topics.has('claims')) {
      this.#keepPicked(table);
      if (this.#focused && table.slotOf(this.#focused) < 0 && !this.#isTakenAway(this.#focused)) {
        this.#lost = this.#focused;
        this.#focused = undefined;
      } else if (!this.#focused && this.#lost && table.slotOf(this.#lost) >= 0) this.focus(this.#lost);
    }
    if (
      this.stage === 'ready' &&
      this.documentId &&
      this.store.objects.get('document', this.documentId)?.removed
    )
      this.stage = 'removed';
    else if (this.stage === 'removed' && this.document) {
      if (this.text) this.stage = 'ready';
      else void this.open(this.documentId!, this.#focused);
    }
    this.tell();
  }
}

/** Rejects once a signal aborts, saying so to the person who called off. */
const calledOff = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error(msg('Opening it was called off.'))));
  });

const readings = new WeakMap<Store, Reading>();

/** The one reading of a desk. */
export function readingOf(store: Store): Reading {
  let reading = readings.get(store);
  if (!reading) {
    reading = new Reading(store);
    readings.set(store, reading);
  }
  return reading;
}
