import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { Document } from '../../../shared/model/document.ts';
import { Desk } from '../../services/desk.ts';
import { Refusal } from '../../services/refusal.ts';
import { type AddedRevision, addRevision, type NewRevision } from '../../services/revising/add-revision.ts';
import { previewRevision } from '../../services/revising/preview.ts';
import { DeskInUse } from '../../storage/lowdb/lock.ts';
import { openStorage } from '../../storage/registry.ts';
import { accountName } from '../account-name.ts';
import { documentNamed } from '../name-document.ts';
import { readAs } from '../read-as.ts';
import { sayFates, sayPreview } from '../say-revision.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface ReviseFlags {
  readonly data?: string;
  readonly server?: string;
  readonly encoding?: string;
  readonly label?: string;
  readonly why?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** A desk that can be asked what a revision would do, and given one: a folder's, or a server's. */
interface Revisable {
  documents(): Promise<readonly Pick<Document, 'id' | 'title'>[]>;
  preview(documentId: string, bytes: Buffer, request: PreviewRequest): Promise<RevisionPreview>;
  add(documentId: string, bytes: Buffer, about: NewRevision): Promise<Pick<AddedRevision, 'seq' | 'claims'>>;
  close(): Promise<void>;
}

interface PreviewRequest {
  readonly name: string;
  readonly encoding?: string;
}

/**
 * Makes a file the current revision of a document, after a look at what that does; with `dryRun` only the look.
 * @param named the document's id, the beginning of it, or its title
 */
export async function revise(
  surroundings: Surroundings,
  named: string,
  file: string,
  flags: ReviseFlags,
): Promise<number> {
  const { out, folder } = surroundings;
  const { encoding, label, why, dryRun = false } = flags;
  const bytes = await readFile(path.resolve(folder, file));
  const desk = await open(surroundings, flags);
  try {
    const { id, title } = documentNamed(await desk.documents(), named);
    const preview = await desk.preview(id, bytes, {
      name: path.basename(file),
      ...(encoding === undefined ? {} : { encoding }),
    });
    if (dryRun) {
      if (flags.json) out.write(`${JSON.stringify(preview, null, 2)}\n`);
      else sayPreview(out, title, preview);
      return 0;
    }
    const revision = newId();
    const added = await desk.add(id, bytes, {
      ...{ change: newId(), group: newId(), revision, from: preview.from },
      ...{ by: flags.by ?? accountName(), at: new Date().toISOString() },
      ...{ encoding: preview.examination.encoding, label, why },
      ...readAs(preview.examination),
    });
    if (flags.json) {
      const { seq, claims } = added;
      out.write(
        `${JSON.stringify({ document: id, revision, seq, claims, evidence: preview.evidence }, null, 2)}\n`,
      );
    } else {
      say(out, `“${title}” has a new revision, ${revision}.`);
      sayFates(out, added.claims, preview.evidence);
    }
    return 0;
  } finally {
    await desk.close();
  }
}

async function open(surroundings: Surroundings, flags: ReviseFlags): Promise<Revisable> {
  if (flags.server === undefined) return openHere(surroundings, flags);
  if (flags.data !== undefined) throw new UsageError('Give --server or --data: either is a desk of its own.');
  if (!URL.canParse(flags.server)) throw new UsageError(`"${flags.server}" is not the address of a server.`);
  const api = createClient(contract, globalThis.fetch, flags.server.replace(/\/+$/, ''));
  const body = (bytes: Buffer) => new Uint8Array(bytes);
  return {
    documents: async () => (await api.listDocuments()).documents.map(({ held }) => held.object),
    preview: (id, bytes, query) => api.previewRevision({ params: { id }, query, body: body(bytes) }),
    add: (id, bytes, { options, ...query }) =>
      api.addRevision({
        params: { id },
        query: { ...query, ...(options ? { options: JSON.stringify(options) } : {}) },
        body: body(bytes),
      }),
    close: async () => undefined,
  };
}

async function openHere(surroundings: Surroundings, flags: ReviseFlags): Promise<Revisable> {
  const address = storeAddress(surroundings, flags.data);
  const storage = await openStorage(address, { readOnly: flags.dryRun ?? false }).catch(error => {
    if (!(error instanceof DeskInUse)) throw error;
    throw new Refusal(
      'read-only',
      `${error.message} A desk that is served takes the file all the same: give the address with --server, such as --server http://localhost:4400.`,
    );
  });
  const desk = await Desk.open(storage);
  return {
    documents: async () =>
      (await storage.readObjects('document')).filter(({ removed }) => !removed).map(({ object }) => object),
    preview: (id, bytes, request) => previewRevision(desk, id, bytes, request),
    add: (id, bytes, about) => addRevision(desk, id, bytes, about),
    close: () => desk.close(),
  };
}
