import { createHash } from 'node:crypto';
import type { About, ForeignText } from '../../../shared/formats/foreign.ts';
import { SearchedText } from '../../../shared/formats/placing/searched-text.ts';
import { spacesEach } from '../../../shared/formats/placing/words.ts';
import { currentRevision, type Document, type Revision } from '../../../shared/model/document.ts';
import type { Storage } from '../../storage/port.ts';

/** A revision of a document, and its text. */
export interface TextHere {
  readonly document: Document;
  readonly revision: Revision;
  readonly searched: SearchedText;
}

/** Texts that are kept at hand, in UTF-16 code units together. */
const KEPT = 32 * 2 ** 20;

/** The texts of the desk, found by what files say of them. */
export class TextsHere {
  readonly #storage: Storage;
  readonly documents: readonly Document[];
  readonly #kept = new Map<string, SearchedText>();
  #size = 0;

  private constructor(storage: Storage, documents: readonly Document[]) {
    this.#storage = storage;
    this.documents = documents;
  }

  static async of(storage: Storage): Promise<TextsHere> {
    const held = await storage.readObjects('document');
    return new TextsHere(
      storage,
      held.filter(({ removed }) => !removed).map(({ object }) => object),
    );
  }

  /** @returns the current text of a document, or undefined where there is none of that id */
  async of(id: string): Promise<TextHere | undefined> {
    const document = this.documents.find(one => one.id === id);
    return document && this.#read(document, currentRevision(document));
  }

  /** @returns the document that has the same text, in its current revision or else in an earlier one. */
  async same(text: ForeignText): Promise<TextHere | undefined> {
    const hash = createHash('sha256').update(text.text).digest('hex');
    for (const document of this.documents)
      if (currentRevision(document).textSha256 === hash)
        return this.#read(document, currentRevision(document));
    for (const document of this.documents)
      for (const revision of document.revisions)
        if (revision.textSha256 === hash) return this.#read(document, revision);
    if (!text.looseSpace) return undefined;
    const loose = spacesEach(text.text);
    for (const document of this.documents) {
      const revision = currentRevision(document);
      // White space at the end may be missing.
      if (revision.length < loose.length || revision.length > loose.length + 1000) continue;
      const here = await this.#read(document, revision);
      if (spacesEach(here.searched.text).trimEnd() === loose.trimEnd()) return here;
    }
    return undefined;
  }

  /** @returns the one text that a file names, if there is exactly one. */
  async named({ sources = [], title }: About): Promise<TextHere | undefined> {
    for (const source of sources) {
      const id = source.replace(/^urn:uuid:/i, '').toLowerCase();
      for (const document of this.documents) {
        if (document.id === id) return this.#read(document, currentRevision(document));
        const revision = document.revisions.find(one => one.id === id);
        if (revision) return this.#read(document, revision);
      }
    }
    const wanted = new Set(sources.map(plainAddress));
    const byAddress = this.documents.filter(
      ({ origin }) => origin !== undefined && wanted.has(plainAddress(origin)),
    );
    if (byAddress.length === 1) return this.#read(byAddress[0]!, currentRevision(byAddress[0]!));
    const byTitle = this.documents.filter(document => title !== undefined && document.title === title.trim());
    return byTitle.length === 1 ? this.#read(byTitle[0]!, currentRevision(byTitle[0]!)) : undefined;
  }

  async *all(): AsyncGenerator<TextHere> {
    for (const document of this.documents) yield this.#read(document, currentRevision(document));
  }

  async #read(document: Document, revision: Revision): Promise<TextHere> {
    const known = this.#kept.get(revision.textSha256);
    if (known) return { document, revision, searched: known };
    const bytes = await this.#storage.readBlob(revision.textSha256);
    if (!bytes)
      throw new Error(
        `The store has lost the text of “${document.title}”; "variorum verify" says what else is missing.`,
      );
    const searched = new SearchedText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    this.#kept.set(revision.textSha256, searched);
    this.#size += searched.text.length;
    for (const [oldest, { text }] of this.#kept) {
      if (this.#size <= KEPT || oldest === revision.textSha256) break;
      this.#kept.delete(oldest);
      this.#size -= text.length;
    }
    return { document, revision, searched };
  }
}

/** An address without what does not tell one page from another. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
}
