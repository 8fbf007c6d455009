import type { Offered } from '../../../shared/api/found.ts';
import { covers } from '../../../shared/detectors/covering.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { AwayError } from '../client.ts';
import type { FoundPorts, FoundState } from './ports.ts';

/** As many as a document can have. */
const ALL = 10_000;
/** Most suggestions of one document that are kept for work without the server. */
const MOST_KEPT = 2000;
/** Claims are found by the stretches of text that they touch; so many UTF-16 code units each, as a power of two. */
const STRETCH = 9;

/**
 * What is suggested in one document. What was accepted or refused here is gone at once, whatever the server knows of it
 * yet, and comes back with undo.
 */
export class DocumentSuggestions {
  readonly documentId: string;
  readonly #ports: FoundPorts;
  #state: FoundState = 'loading';
  #received: readonly Offered[] = [];
  /** What the server does not suggest any more because of what was done here: it may be taken back. */
  #aside: readonly Offered[] = [];
  #beyond = 0;
  #isStale = false;
  #loading: Promise<void> | undefined;
  #isAgain = false;
  /** Counts what may change what is shown. */
  #seen = 0;
  #shown: { readonly at: number; readonly all: readonly Offered[] } = { at: -1, all: [] };

  constructor(documentId: string, ports: FoundPorts) {
    this.documentId = documentId;
    this.#ports = ports;
  }

  get state(): FoundState {
    return this.#state;
  }

  /** Whether what is shown is from before the server went away. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Another number whenever what is shown may be something else. */
  get version(): number {
    return this.#seen;
  }

  /** In text order. */
  get all(): readonly Offered[] {
    if (this.#shown.at !== this.#seen) this.#shown = { at: this.#seen, all: this.#open() };
    return this.#shown.all;
  }

  get total(): number {
    return this.all.length;
  }

  /** How many more there are than the server keeps: those that are most worth checking are here. */
  get beyond(): number {
    return this.#beyond;
  }

  /** Those that touch a window of the text, in text order; UTF-16 code units. */
  touching(from: number, to: number): readonly Offered[] {
    return this.all.filter(({ ranges }) => ranges.some(({ start, end }) => start < to && end > from));
  }

  /** @returns a suggestion that is still open */
  get(key: string): Offered | undefined {
    return this.all.find(one => one.key === key);
  }

  /** Claims or refusals have changed. */
  noticed(): void {
    this.#seen++;
  }

  /** Asks the server anew. Resolves when its answer is here, or it is known that there is none. */
  load(): Promise<void> {
    if (this.#loading) this.#isAgain = true;
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #loadAll(): Promise<void> {
    do {
      this.#isAgain = false;
      await this.#loadOnce();
    } while (this.#isAgain);
  }

  async #loadOnce(): Promise<void> {
    const { client, replica } = this.#ports;
    const name = `suggestions ${this.documentId}`;
    try {
      const call = { params: { id: this.documentId }, query: { limit: ALL } };
      const { state, suggestions, beyond } = await client.listSuggestions(call);
      this.#take(suggestions, beyond, state);
      this.#isStale = false;
      const kept = suggestions.slice(0, MOST_KEPT);
      if (state === 'ready')
        replica?.takeList(name, { suggestions: kept, beyond: beyond + suggestions.length - kept.length });
    } catch (error) {
      if (!(error instanceof AwayError)) this.#state = 'failed';
      else await this.#recall(name);
    }
    this.#seen++;
    this.#ports.tell('suggestions');
  }

  async #recall(name: string): Promise<void> {
    this.#ports.lost();
    this.#isStale = true;
    if (this.#state === 'ready') return;
    const kept = (await this.#ports.replica?.list(name)) as
      | { suggestions: Offered[]; beyond: number }
      | undefined;
    if (kept) this.#take(kept.suggestions, kept.beyond, 'ready');
    else this.#state = 'away';
  }

  #take(suggestions: readonly Offered[], beyond: number, state: FoundState): void {
    // While a text is gone through anew, what is known of it stays.
    if (state === 'pending' && this.#state === 'ready') return;
    const isHidden = this.#hides();
    const keys = new Set(suggestions.map(({ key }) => key));
    const revision = suggestions[0]?.revision;
    this.#aside = [...this.#received, ...this.#aside].filter(
      one => !keys.has(one.key) && isHidden(one) && (revision === undefined || one.revision === revision),
    );
    this.#received = suggestions;
    this.#beyond = beyond;
    this.#state = state;
  }

  #open(): readonly Offered[] {
    const isHidden = this.#hides();
    const open = this.#received.filter(one => !isHidden(one));
    const back = this.#aside.filter(one => !isHidden(one));
    if (back.length === 0) return open;
    return [...open, ...back].sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
  }

  /** @returns whether a suggestion was accepted or refused since it was asked for */
  #hides(): (one: Offered) => boolean {
    const refused = new Set<string>();
    for (const { object } of this.#ports.objects.all('refusal'))
      if (object.of === 'suggestion') refused.add(object.key);
    const claims = this.#claimsByStretch();
    return one => refused.has(one.key) || isCovered(one, claims);
  }

  #claimsByStretch(): ReadonlyMap<number, readonly Claim[]> {
    const found = new Map<number, Claim[]>();
    for (const id of this.#ports.freshClaims(this.documentId)) {
      const held = this.#ports.objects.get('claim', id);
      if (!held || held.removed || held.object.anchor.documentId !== this.documentId) continue;
      for (const stretch of stretchesOf(hull(held.object.anchor)))
        found.set(stretch, [...(found.get(stretch) ?? []), held.object]);
    }
    return found;
  }
}

function isCovered(one: Offered, claims: ReadonlyMap<number, readonly Claim[]>): boolean {
  if (claims.size === 0) return false;
  const span = { start: one.ranges[0]!.start, end: one.ranges[one.ranges.length - 1]!.end };
  for (const stretch of stretchesOf(span))
    for (const { type, anchor } of claims.get(stretch) ?? [])
      if (anchor.revision === one.revision && covers({ type, ranges: anchor.ranges }, one)) return true;
  return false;
}

function* stretchesOf({ start, end }: { start: number; end: number }): Generator<number> {
  for (let stretch = start >> STRETCH; stretch <= (end - 1) >> STRETCH; stretch++) yield stretch;
}
