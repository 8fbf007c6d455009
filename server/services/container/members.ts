import type { Versioned } from '../../../shared/model/change.ts';
import type { Storage } from '../../storage/port.ts';

/** An annotation of the container: a claim, an annotation that came from elsewhere, or both in one. */
export interface Member {
  /** The last part of its address. */
  readonly name: string;
  readonly claim?: Versioned<'claim'>;
  readonly annotation?: Versioned<'annotation'>;
}

/** What the container holds at one moment of the desk, in order of creation. */
export interface Members {
  readonly seq: number;
  readonly list: readonly Member[];
  /** @returns the member of a name, `gone` where there was one, undefined where there never was */
  get(name: string): Member | 'gone' | undefined;
}

/** Reads what the container holds, again only when the desk has changed. */
export class MemberList {
  readonly #storage: Storage;
  #known: Promise<Members> | undefined;
  #seq = -1;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  now(): Promise<Members> {
    const { seq } = this.#storage.head;
    if (!this.#known || seq !== this.#seq) {
      this.#seq = seq;
      this.#known = readMembers(this.#storage, seq);
    }
    return this.#known;
  }
}

async function readMembers(storage: Storage, seq: number): Promise<Members> {
  const [documents, claims, annotations] = await Promise.all([
    storage.readObjects('document'),
    storage.readObjects('claim'),
    storage.readObjects('annotation'),
  ]);
  const removed = new Set(documents.filter(document => document.removed).map(({ id }) => id));
  const gone = new Set<string>();
  const members = new Map<string, Member>();
  const bound = new Map<string, Versioned<'annotation'>>();
  for (const annotation of annotations) {
    const { name, claimId } = annotation.object;
    if (claimId !== undefined && !annotation.removed) bound.set(claimId, annotation);
    else if (annotation.removed) gone.add(name);
    else members.set(name, { name, annotation });
  }
  for (const claim of claims) {
    const annotation = bound.get(claim.id);
    const name = annotation?.object.name ?? claim.id;
    if (claim.removed || removed.has(claim.object.anchor.documentId)) gone.add(name);
    else members.set(name, { name, claim, ...(annotation && { annotation }) });
  }
  const list = [...members.values()].map(member => ({ member, at: madeAt(member) }));
  list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.member.name < b.member.name ? -1 : 1));
  return {
    seq,
    list: list.map(({ member }) => member),
    get: name => members.get(name) ?? (gone.has(name) ? 'gone' : undefined),
  };
}

const madeAt = ({ claim, annotation }: Member): string => claim?.object.createdAt ?? annotation!.object.at;
