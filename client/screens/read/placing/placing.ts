import type { Waiting } from '../../../../shared/api/routes/revisions.ts';
import type { Document, Revision } from '../../../../shared/model/document.ts';
import type { Candidate } from '../../../../shared/revising/fate.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { OPEN_FATES, type OpenFate } from '../../../localize/say-fate.ts';
import { keyOfWaiting } from '../../../panels/fate-rows.ts';
import type { OpenClaims } from '../../../store/claims.ts';
import { AwayError } from '../../../store/client.ts';
import type { Store } from '../../../store/store.ts';

/** So many are asked for at once. */
const PAGE = 1000;
const NONE: readonly Waiting[] = [];

export type PlacingState = 'none' | 'loading' | 'ready' | 'away' | 'failed';

/** What of the reading that they belong to those that wait need. */
export interface PlacingHost {
  readonly store: Store;
  readonly documentId: string | undefined;
  readonly stage: string;
  readonly document: Document | undefined;
  /** The revision that is shown. */
  readonly revision: Revision | undefined;
  /** The claims of the open document, once they are here. */
  readonly claims: OpenClaims | undefined;
  focus(claimId: string | undefined): void;
  leaveLists(): void;
  tell(): void;
}

/** What is about to be placed, or taken out of the work, all at once. */
export interface AllOfOne {
  readonly fate: OpenFate;
  readonly deed: 'accept' | 'retire';
  /** Those that are left out, by key. */
  readonly off: ReadonlySet<string>;
}

/**
 * What waits to be placed since the text that is read had another revision: claims, and passages that are evidence. The
 * server says what became of each; whether one still waits is seen by where it stands now, so that undo brings it back.
 */
export class Placing {
  readonly #host: PlacingHost;
  state: PlacingState = 'none';
  #fetched: readonly Waiting[] = NONE;
  #byKey: ReadonlyMap<string, Waiting> = new Map();
  #total = 0;
  /** The state of the claims for which it was looked whether one waits that is not known. */
  #seen = -1;
  /** The document and revision that were asked for. */
  #asked = '';
  #isListing = false;
  #fate: OpenFate | undefined;
  #focused: string | undefined;
  #chosen = -1;
  #retiring = false;
  #standing = false;
  #all: AllOfOne | undefined;
  #left: readonly Waiting[] | undefined;
  #shown: { readonly of: string; readonly ranges: readonly Span[] } | undefined;
  #showsRetired = false;

  constructor(host: PlacingHost) {
    this.#host = host;
  }

  /** Forgets all that belongs to the text that was read. */
  reset(): void {
    this.state = 'none';
    this.#fetched = NONE;
    this.#byKey = new Map();
    this.#total = 0;
    this.#asked = '';
    this.#isListing = false;
    this.#showsRetired = false;
    this.#fate = undefined;
    this.#all = undefined;
    this.#left = undefined;
    this.blur();
  }

  /** Asks what waits, once for every revision of the text; a text with one revision has nothing that could. */
  wake(): void {
    const { documentId, stage, document, revision } = this.#host;
    if (stage !== 'ready' || !documentId || !revision || !document || document.revisions.length < 2) return;
    const wanted = `${documentId} ${revision.id}`;
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    void this.#fetch(documentId, wanted);
  }

  /** Asks anew, where asking failed or something waits that is not known. */
  again(): void {
    this.#asked = '';
    this.wake();
  }

  /** Objects have changed: another one may wait now, or one no more. */
  noticed(): void {
    this.#left = undefined;
    if (this.#focused !== undefined && this.state === 'ready' && !this.focused) this.blur();
    const { all } = this;
    if (all && this.chosenOfAll.length === 0) this.all = undefined;
    if (this.#lacksSome()) this.again();
  }

  /** Whether a claim waits that was not there when it was asked, as one that was brought back; told once for every state of the claims. */
  #lacksSome(): boolean {
    const { claims, store } = this.#host;
    if (this.state !== 'ready' || !claims || store.saving.waiting > 0) return false;
    const { table } = claims;
    if (table.version === this.#seen || table.waiting.length === 0) return false;
    this.#seen = table.version;
    return table.waiting.some(slot => !this.#byKey.has(table.idAt(slot)));
  }

  /** What waits, of those that are known, in the order in which they stood. */
  get left(): readonly Waiting[] {
    this.#left ??= this.#fetched.filter(one => this.#waits(one));
    return this.#left;
  }

  /** How many wait. */
  get count(): number {
    return Math.max(0, this.#total - this.#fetched.length) + this.left.length;
  }

  /** How many wait of each fate, as far as they are known. */
  get counts(): ReadonlyMap<OpenFate, number> {
    const counts = new Map<OpenFate, number>();
    for (const { fate } of this.left) {
      const open = fate.state as OpenFate;
      counts.set(open, (counts.get(open) ?? 0) + 1);
    }
    return new Map(OPEN_FATES.filter(fate => counts.has(fate)).map(fate => [fate, counts.get(fate)!]));
  }

  /** What is listed: all that waits, or those of one fate. */
  get listed(): readonly Waiting[] {
    const { fate } = this;
    return fate ? this.left.filter(one => one.fate.state === fate) : this.left;
  }

  /** The fate that is listed alone. */
  get fate(): OpenFate | undefined {
    return this.#fate !== undefined && this.counts.has(this.#fate) ? this.#fate : undefined;
  }

  set fate(fate: OpenFate | undefined) {
    this.#fate = fate;
    this.#host.tell();
  }

  /** Whether the list stands in the inspector. */
  get isListing(): boolean {
    return this.#isListing;
  }

  set isListing(isListing: boolean) {
    if (isListing === this.#isListing) return;
    if (isListing) this.#host.leaveLists();
    this.#isListing = isListing;
    if (!isListing) this.blur();
    this.#host.tell();
  }

  /** Whether claims that were removed are listed instead of those that wait. */
  get showsRetired(): boolean {
    return this.#showsRetired;
  }

  set showsRetired(shows: boolean) {
    this.#showsRetired = shows;
    this.#host.tell();
  }

  get focused(): Waiting | undefined {
    const one = this.#focused === undefined ? undefined : this.#byKey.get(this.#focused);
    return one && this.#waits(one) ? one : undefined;
  }

  /** The key of what has the focus, also before it has come. */
  get focusedKey(): string | undefined {
    return this.#focused;
  }

  /** The place that is chosen for what has the focus, by its number from 0; -1 where none is. */
  get chosen(): number {
    return this.#chosen;
  }

  get candidate(): Candidate | undefined {
    return this.focused?.fate.candidates[this.#chosen];
  }

  /** Whether the reason is asked for which what has the focus goes out of the work. */
  get isRetiring(): boolean {
    return this.#retiring;
  }

  set isRetiring(isRetiring: boolean) {
    this.#retiring = isRetiring;
    this.#standing = false;
    this.#host.tell();
  }

  /** Whether the reason is asked for which the verdict stands. */
  get isStanding(): boolean {
    return this.#standing;
  }

  set isStanding(isStanding: boolean) {
    this.#standing = isStanding;
    this.#retiring = false;
    this.#host.tell();
  }

  /** Focuses one that waits; where it could stand at one place only, that is chosen. */
  focus(key: string): void {
    this.#focused = key;
    this.#retiring = false;
    this.#standing = false;
    this.#chosen = this.focused?.fate.candidates.length === 1 ? 0 : -1;
    this.#host.tell();
  }

  blur(): void {
    this.#focused = undefined;
    this.#chosen = -1;
    this.#retiring = false;
    this.#standing = false;
  }

  choose(candidate: number): void {
    const most = this.focused?.fate.candidates.length ?? 0;
    if (candidate < 0 || candidate >= most) return;
    this.#chosen = candidate;
    this.#host.tell();
  }

  /** What is about to be done to all of one fate. */
  get all(): AllOfOne | undefined {
    return this.#all;
  }

  set all(all: AllOfOne | undefined) {
    this.#all = all;
    this.#host.tell();
  }

  /** All of the fate about which something is about to be done to. */
  get ofAll(): readonly Waiting[] {
    const { all } = this;
    return all ? this.left.filter(({ fate }) => fate.state === all.fate) : NONE;
  }

  /** Those of them that are not left out. */
  get chosenOfAll(): readonly Waiting[] {
    const { all } = this;
    return this.ofAll.filter(one => !all!.off.has(keyOfWaiting(one)));
  }

  /** Where in the text what has the focus could stand; nothing where nothing has it. The same object until that changes. */
  get shown(): { readonly ranges: readonly Span[] } | undefined {
    const { focused, candidate } = this;
    if (!this.#isListing || !focused || focused.anchor.documentId !== this.#host.documentId) return undefined;
    const of = `${this.#focused} ${this.#chosen}`;
    if (this.#shown?.of !== of) {
      const ranges = (candidate ? [candidate] : focused.fate.candidates).flatMap(one => one.ranges);
      this.#shown = { of, ranges: apart(ranges) };
    }
    return this.#shown;
  }

  /** Leaves what is open, one thing at a time. @returns whether anything was */
  leave(): boolean {
    if (this.#all) this.all = undefined;
    else if (this.#retiring) this.isRetiring = false;
    else if (this.#standing) this.isStanding = false;
    else return false;
    return true;
  }

  #waits({ of, claimId, evidenceId }: Waiting): boolean {
    const { store, revision } = this.#host;
    const held = store.objects.get('claim', claimId);
    if (!held) return true;
    if (held.removed) return false;
    if (of === 'claim') return held.object.anchor.revision !== revision?.id;
    const evidence = held.object.evidence.find(({ id }) => id === evidenceId);
    return (
      evidence?.passage !== undefined && !evidence.asQuoted && evidence.passage.revision !== revision?.id
    );
  }

  async #fetch(documentId: string, wanted: string): Promise<void> {
    const { client } = this.#host.store;
    const fetched: Waiting[] = [];
    this.state = 'loading';
    this.#host.tell();
    try {
      for (;;) {
        const reply = await client.listWaiting({
          params: { id: documentId },
          query: { after: fetched.length, limit: PAGE },
        });
        if (wanted !== this.#asked) return;
        fetched.push(...reply.waiting);
        this.#total = reply.total;
        this.#take(fetched);
        if (reply.waiting.length === 0 || fetched.length >= reply.total) break;
      }
      this.state = 'ready';
      // The text went back to what it was: there is no list to go through any more.
      if (this.#total === 0) this.isListing = false;
    } catch (error) {
      if (wanted !== this.#asked) return;
      this.#asked = '';
      this.state = error instanceof AwayError ? 'away' : 'failed';
    }
    this.#host.tell();
  }

  #take(fetched: readonly Waiting[]): void {
    this.#fetched = [...fetched];
    this.#byKey = new Map(fetched.map(one => [keyOfWaiting(one), one]));
    this.#left = undefined;
    // It was focused by its address before it had come.
    if (this.#focused !== undefined && this.#chosen < 0 && this.focused) this.focus(this.#focused);
    this.#host.tell();
  }
}

/** Stretches in text order, those that touch joined. */
function apart(ranges: readonly Span[]): Span[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result[result.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
