import type { FateCounts, Waiting } from '../../../shared/api/routes/revisions.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import type { Fate } from '../../../shared/revising/fate.ts';
import type { Desk } from '../desk.ts';
import { compareFates } from './compare.ts';
import { isSilent, noFates, type Standing } from './comparison.ts';
import { textsOf, waitingIn } from './standing.ts';

/** What waits in a document for a person. */
export interface AllWaiting {
  /** The current revision, in which the fates are told. */
  readonly revision: string;
  readonly counts: FateCounts;
  readonly waiting: readonly Waiting[];
}

/** The fates of anchors in the text by its hash. An anchor is never changed: another one takes its place. */
type Known = WeakMap<Anchor, { readonly text: string; readonly fate: Fate }>;

/** What stands on older revisions of documents, with what became of it in the current text. */
export class WaitingList {
  readonly #desk: Desk;
  readonly #known: Known = new WeakMap();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Claims that stand on an older revision, by where they stood, then passages of evidence whose words or neighbours are
   * others in the current text.
   */
  async of(document: Versioned<'document'>, signal?: AbortSignal): Promise<AllWaiting> {
    const standing = waitingIn(this.#desk, document);
    const fates = await this.#fates(document, standing, signal);
    const counts = noFates();
    const waiting: Waiting[] = [];
    for (const [i, { claimId, evidenceId, anchor }] of standing.entries()) {
      const fate = fates[i]!;
      if (evidenceId !== undefined && isSilent(fate)) continue;
      counts[fate.state]++;
      waiting.push(
        evidenceId === undefined
          ? { of: 'claim', claimId, anchor, fate }
          : { of: 'evidence', claimId, evidenceId, anchor, fate },
      );
    }
    return { revision: currentRevision(document.object).id, counts, waiting };
  }

  /** How many wait in a document; passages whose texts cannot be read count among them. */
  async count(document: Versioned<'document'>): Promise<number> {
    const standing = waitingIn(this.#desk, document);
    const quoted = standing.filter(({ evidenceId }) => evidenceId !== undefined);
    if (quoted.length === 0) return standing.length;
    const fates = await this.#fates(document, quoted).catch(() => []);
    return standing.length - fates.filter(isSilent).length;
  }

  async #fates(
    document: Versioned<'document'>,
    standing: readonly Standing[],
    signal?: AbortSignal,
  ): Promise<Fate[]> {
    const current = currentRevision(document.object);
    const text = current.textSha256;
    const missing = standing.filter(({ anchor }) => this.#known.get(anchor)?.text !== text);
    if (missing.length > 0) {
      const texts = await textsOf(this.#desk, document.object, missing);
      const { text: after } = await this.#desk.texts.laid(current);
      const comparison = { after, texts, current: current.id, limit: 0, blocks: 0 };
      const fates = await compareFates(comparison, missing, signal);
      for (const [i, { anchor }] of missing.entries()) this.#known.set(anchor, { text, fate: fates[i]! });
    }
    return standing.map(({ anchor }) => this.#known.get(anchor)!.fate);
  }
}
