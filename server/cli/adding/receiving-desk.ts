import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ApiProblem, createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { PartAdded } from '../../../shared/api/routes/parts.ts';
import { addDocument, type NewDocument } from '../../documents/add-document.ts';
import { addParts, type PartsToAdd } from '../../documents/add-parts.ts';
import { examine } from '../../documents/examine.ts';
import type { ReadingRequest } from '../../documents/read-document.ts';
import { Fetching } from '../../fetching/fetching.ts';
import { Desk } from '../../services/desk.ts';
import { incomingFile } from '../../services/incoming-file.ts';
import { Refusal } from '../../services/refusal.ts';
import { DeskInUse } from '../../storage/lowdb/lock.ts';
import { openStorage } from '../../storage/registry.ts';
import { isEmpty } from '../desk-folder.ts';
import { isFolder, mayFetch, type Surroundings, storeAddress, UsageError } from '../surroundings.ts';

export interface ReceivingFlags {
  readonly data?: string;
  readonly server?: string;
  readonly fetch?: boolean;
  readonly dryRun?: boolean;
}

/** A file as a desk takes it: its bytes, or the key of what the desk has fetched. */
export type Sent = { readonly bytes: Buffer; readonly fetched?: undefined } | { readonly fetched: string };

export interface Fetched {
  readonly fetched: string;
  readonly name: string;
  readonly encoding?: string | undefined;
}

/** A desk that files can be added to: a folder's, or a server's. */
export interface ReceivingDesk {
  fetch(url: string): Promise<Fetched>;
  /** @param keep whether parts of it are going to be added */
  examine(file: Sent, request: ReadingRequest, keep?: boolean): Promise<Examination>;
  add(file: Sent, about: Omit<NewDocument, 'retrieved'>): Promise<void>;
  /** Adds parts of a file that was examined. @returns what became of each */
  addParts(file: Sent, found: Examination, about: Omit<PartsToAdd, 'retrieved'>): Promise<PartAdded[]>;
  close(): Promise<void>;
}

const NOTHING = new Uint8Array();

/** @throws UsageError where a server is named and a folder as well */
export async function receivingDesk(
  surroundings: Surroundings,
  flags: ReceivingFlags,
): Promise<ReceivingDesk> {
  if (flags.server === undefined) return deskHere(surroundings, flags);
  if (flags.data !== undefined) throw new UsageError('Give --server or --data: either is a desk of its own.');
  if (!URL.canParse(flags.server)) throw new UsageError(`"${flags.server}" is not the address of a server.`);
  return deskOf(flags.server.replace(/\/+$/, ''));
}

function deskOf(address: string): ReceivingDesk {
  const api = createClient(contract, globalThis.fetch, address);
  const asked = <T extends ReadingRequest>({ options, ...query }: T) => ({
    ...query,
    ...(options ? { options: JSON.stringify(options) } : {}),
  });
  const sent = (file: Sent) =>
    file.fetched === undefined
      ? { key: {}, body: new Uint8Array(file.bytes) }
      : { key: { fetched: file.fetched }, body: NOTHING };
  return {
    fetch: url => api.fetchFile({ body: { url } }),
    examine(file, request, keep = false) {
      const { key, body } = sent(file);
      const kept = keep && file.fetched === undefined ? { keep: 'true' as const } : {};
      return api.examine({ query: { ...asked(request), ...key, ...kept }, body });
    },
    async add(file, about) {
      const { key, body } = sent(file);
      await api.addDocument({ query: { ...asked(about), ...key }, body });
    },
    async addParts(file, { sha256 }, { parts, ...about }) {
      const where = file.fetched === undefined ? { upload: sha256 } : { fetched: file.fetched };
      return (await api.addParts({ body: { ...where, ...about, parts: [...parts] } })).parts;
    },
    close: async () => undefined,
  };
}

async function deskHere(surroundings: Surroundings, flags: ReceivingFlags): Promise<ReceivingDesk> {
  const place = storeAddress(surroundings, flags.data);
  // Files can be looked at before there is a desk.
  const address = flags.dryRun && isFolder(place) && (await isEmpty(place)) ? 'memory:' : place;
  const storage = await openStorage(address, { readOnly: flags.dryRun ?? false }).catch(error => {
    if (!(error instanceof DeskInUse)) throw error;
    throw new Refusal(
      'read-only',
      `${error.message} A desk that is served takes files all the same: give the address with --server, such as --server http://localhost:4400.`,
    );
  });
  const desk = await Desk.open(storage);
  const { version } = JSON.parse(
    readFileSync(path.join(surroundings.packageRoot, 'package.json'), 'utf8'),
  ) as { version: string };
  const fetching = new Fetching(desk, { on: mayFetch(surroundings, flags.fetch) }, version);
  const taken = (file: Sent) =>
    file.fetched === undefined ? { bytes: file.bytes } : incomingFile(desk, NOTHING, file);
  return {
    async fetch(url) {
      const { key, name, encoding } = await fetching.fetch(url, new AbortController().signal);
      return { fetched: key, name, encoding };
    },
    async examine(file, request) {
      const { bytes } = await taken(file);
      return examine(storage, bytes, request);
    },
    async add(file, about) {
      const { bytes, ...came } = await taken(file);
      await addDocument(desk, bytes, { ...about, ...came });
    },
    async addParts(file, _found, about) {
      const { bytes, ...came } = await taken(file);
      return (await addParts(desk, bytes, { ...about, ...came })).parts;
    },
    close: () => desk.close(),
  };
}

/** @returns why a file was refused, as the desk says it; undefined where the desk itself failed */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.kind === 'read-only' ? undefined : error.message;
  const { name, problem } = error as ApiProblem;
  return name === 'ApiProblem' && problem.status < 500 ? (problem.detail ?? problem.title) : undefined;
}
