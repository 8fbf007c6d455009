import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { ExtractionOptions } from '../../../shared/model/derivation.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import { PLAIN } from '../../documents/read-document.ts';
import { Desk } from '../../services/desk.ts';
import { Refusal } from '../../services/refusal.ts';
import { type AddedRevision, addRevision, type NewRevision } from '../../services/revising/add-revision.ts';
import { type PreviewRequest, previewRevision } from '../../services/revising/preview.ts';
import { DeskInUse } from '../../storage/lowdb/lock.ts';
import { openStorage } from '../../storage/registry.ts';
import { accountName } from '../account-name.ts';
import { optionsGiven, optionsMeant } from '../adding/extraction-options.ts';
import { documentNamed } from '../name-document.ts';
import { readAs } from '../read-as.ts';
import { sayFates, sayPreview } from '../say-revision.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface ReviseFlags {
  readonly data?: string;
  readonly server?: string;
  readonly encoding?: string;
  readonly extractor?: string;
  readonly option?: readonly string[];
  readonly again?: boolean;
  readonly label?: string;
  readonly why?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** A desk that can be asked what a revision would do, and given one: a folder's, or a server's. */
interface Revisable {
  documents(): Promise<readonly Document[]>;
  preview(documentId: string, bytes: Buffer, request: PreviewRequest): Promise<RevisionPreview>;
  add(documentId: string, bytes: Buffer, about: NewRevision): Promise<Pick<AddedRevision, 'seq' | 'claims'>>;
  close(): Promise<void>;
}

/**
 * Makes a file the current revision of a document, after a look at what that does; with `dryRun` only the look.
 * @param named the document's id, the beginning of it, or its title
 */
export async function revise(
  surroundings: Surroundings,
  named: string,
  file: string | undefined,
  flags: ReviseFlags,
): Promise<number> {
  const { out, folder } = surroundings;
  const { encoding, extractor, label, why, dryRun = false } = flags;
  if ((file === undefined) !== (flags.again === true))
    throw new UsageError('Give a file, or --again to read the bytes of the current text once more.');
  const bytes = file === undefined ? Buffer.alloc(0) : await readFile(path.resolve(folder, file));
  const options = optionsGiven(flags.option ?? []);
  const desk = await open(surroundings, flags);
  try {
    const document = documentNamed(await desk.documents(), named);
    const { id, title } = document;
    const current = currentRevision(document);
    const again = file === undefined ? { again: current.id } : {};
    // Bytes that are named again are read anew only where it is said by what.
    const reader =
      extractor ?? (file === undefined ? (current.reading.extraction?.extractor ?? PLAIN) : undefined);
    const request = {
      ...(file === undefined ? {} : { name: path.basename(file) }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(reader === undefined ? {} : { extractor: reader }),
      ...again,
    };
    const preview = await looked(desk, id, bytes, request, options);
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
      ...again,
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

/** Looks at a file with the options that are meant; what may be chosen is known once it was looked at. */
async function looked(
  desk: Revisable,
  id: string,
  bytes: Buffer,
  request: PreviewRequest,
  options: ExtractionOptions | undefined,
): Promise<RevisionPreview> {
  const preview = await desk.preview(id, bytes, { ...request, ...(options ? { options } : {}) });
  const { extraction } = preview.examination;
  if (!options || !extraction) return preview;
  const meant = optionsMeant(options, extraction);
  const isSame = Object.entries(meant).every(([name, value]) => options[name] === value);
  return isSame ? preview : desk.preview(id, bytes, { ...request, options: meant });
}

async function open(surroundings: Surroundings, flags: ReviseFlags): Promise<Revisable> {
  if (flags.server === undefined) return openHere(surroundings, flags);
  if (flags.data !== undefined) throw new UsageError('Give --server or --data: either is a desk of its own.');
  if (!URL.canParse(flags.server)) throw new UsageError(`"${flags.server}" is not the address of a server.`);
  const api = createClient(contract, globalThis.fetch, flags.server.replace(/\/+$/, ''));
  const body = (bytes: Buffer) => new Uint8Array(bytes);
  const asked = <T extends { readonly options?: ExtractionOptions | undefined }>({
    options,
    ...query
  }: T) => ({
    ...query,
    ...(options ? { options: JSON.stringify(options) } : {}),
  });
  return {
    documents: async () => (await api.listDocuments()).documents.map(({ held }) => held.object),
    preview: (id, bytes, request) =>
      api.previewRevision({ params: { id }, query: asked(request), body: body(bytes) }),
    add: (id, bytes, about) => api.addRevision({ params: { id }, query: asked(about), body: body(bytes) }),
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
