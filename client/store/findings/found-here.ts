import type { FindingsNews } from '../../../shared/api/routes/findings.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { Refusal } from '../../../shared/model/refusal.ts';
import type { Topic } from '../news.ts';
import { DocumentSuggestions } from './document-suggestions.ts';
import { FoundConflicts } from './found-conflicts.ts';
import type { FoundPorts } from './ports.ts';

/** Suggestions of so many documents are kept in memory. */
const MOST_DOCUMENTS = 12;
/** Milliseconds from the server's word that something is new until it is asked for: more may be on its way. */
const GATHER = 120;
/** Fewest milliseconds between two questions for findings while the server is still at work. */
const PACE = 2000;

/** What was suggested and found, as far as somebody here has asked for it. */
export class FoundHere {
  readonly findings: FoundConflicts;
  readonly #ports: FoundPorts;
  readonly #documents = new Map<string, DocumentSuggestions>();
  readonly #fresh = new Map<string, Set<string>>();
  readonly #due = new Set<string>();
  /** The version of what was found that was asked for last. */
  #asked = -1;
  #isDue = false;
  /** When findings were asked for last, in milliseconds since 1970. */
  #askedAt = 0;
  #timer: (() => void) | undefined;

  constructor(ports: Omit<FoundPorts, 'freshClaims'>) {
    this.#ports = { ...ports, freshClaims: id => this.#fresh.get(id) ?? [] };
    this.findings = new FoundConflicts(this.#ports);
  }

  /** What is suggested in a document; asked for where nobody has yet. */
  suggestionsOf(documentId: string): DocumentSuggestions {
    const known = this.#documents.get(documentId);
    if (known) return known;
    const made = new DocumentSuggestions(documentId, this.#ports);
    this.#documents.set(documentId, made);
    for (const id of this.#documents.keys()) {
      if (this.#documents.size <= MOST_DOCUMENTS) break;
      this.#documents.delete(id);
    }
    void made.load();
    return made;
  }

  /** What is suggested in documents that nobody reads is let go of; it is asked for when one is opened again. */
  forgetSuggestions(): void {
    this.#documents.clear();
  }

  /** Objects have changed, here or elsewhere. */
  saw(objects: readonly Versioned[]): void {
    for (const { kind, id, object, removed } of objects) {
      if (removed) this.#mayReturn(kind, object as Claim & Refusal);
      if (kind !== 'claim') continue;
      const { documentId } = (object as Claim).anchor;
      const fresh = this.#fresh.get(documentId);
      if (fresh) fresh.add(id);
      else this.#fresh.set(documentId, new Set([id]));
    }
  }

  /** What was refused or marked before the page was opened may be suggested again. */
  #mayReturn(kind: Kind, { anchor, documentId }: Partial<Claim & Refusal>): void {
    const id = kind === 'claim' ? anchor?.documentId : kind === 'refusal' ? documentId : undefined;
    if (id === undefined || !this.#documents.has(id)) return;
    this.#due.add(id);
    this.#timer ??= this.#ports.timer.after(GATHER, () => this.#ask());
  }

  /** @returns topics that follow from others */
  noticed(topics: readonly Topic[]): Topic[] {
    const refused = topics.includes('refused');
    const follow: Topic[] = [];
    if (this.#documents.size > 0 && (refused || topics.includes('claims'))) {
      for (const suggestions of this.#documents.values()) suggestions.noticed();
      follow.push('suggestions');
    }
    if (this.findings.isBegun && (refused || topics.includes('conflicts'))) {
      this.findings.noticed();
      follow.push('findings');
    }
    return follow;
  }

  /** The server tells how it goes. @param isAnew whether something may have been missed since it told last */
  heard({ documents, ...progress }: FindingsNews, isAnew: boolean): void {
    this.findings.progress = progress;
    for (const id of isAnew ? this.#documents.keys() : documents)
      if (this.#documents.has(id)) this.#due.add(id);
    if (isAnew || progress.version !== this.#asked) this.#isDue = true;
    this.#asked = progress.version;
    this.#ports.tell('findings');
    if (this.#due.size > 0 || this.#isDue) this.#timer ??= this.#ports.timer.after(GATHER, () => this.#ask());
  }

  /** All that is here may be old. */
  async reload(): Promise<void> {
    await Promise.all([
      ...[...this.#documents.values()].map(one => one.load()),
      ...(this.findings.isBegun ? [this.findings.load()] : []),
    ]);
  }

  #ask(): void {
    this.#timer = undefined;
    for (const id of this.#due) void this.#documents.get(id)?.load();
    this.#due.clear();
    if (!this.#isDue) return;
    const now = this.#ports.timer.now();
    if (this.findings.progress.pending > 0 && now - this.#askedAt < PACE) return;
    this.#askedAt = now;
    this.#isDue = false;
    if (this.findings.isBegun) void this.findings.load();
  }
}
