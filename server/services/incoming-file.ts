import type { Retrieval } from '../../shared/model/derivation.ts';
import { StorageStopped } from '../storage/port.ts';
import { readAttached } from './attachments.ts';
import type { Desk } from './desk.ts';
import { badInput, Refusal } from './refusal.ts';

/** Where a file comes from that is not sent with the request. */
export interface FileSource {
  readonly upload?: string | undefined;
  readonly fetched?: string | undefined;
}

export interface IncomingFile {
  readonly bytes: Uint8Array;
  readonly retrieved?: Retrieval;
}

/**
 * The file that a request is about: its body, or bytes that are here already.
 * @throws Refusal where both are given, or the bytes are not here any more
 */
export async function incomingFile(
  desk: Desk,
  body: Uint8Array,
  { upload, fetched }: FileSource,
): Promise<IncomingFile> {
  if (upload === undefined && fetched === undefined) return { bytes: body };
  if (body.length > 0) throw badInput('body', 'Bytes that are here already are taken: send no file with it.');
  if (upload !== undefined && fetched !== undefined)
    throw badInput('query.upload', 'Name what was kept or what was fetched, not both.');
  const retrieved = fetched === undefined ? undefined : await desk.retrievals.of(fetched);
  const name = upload ?? retrieved?.sha256;
  const bytes = name === undefined ? undefined : await readAttached(desk.storage, name);
  if (!bytes)
    throw new Refusal(
      'not-found',
      fetched === undefined
        ? `The bytes ${upload} are not here, or no longer. Send the file.`
        : 'What was fetched is not here any more. Fetch it again.',
    );
  return { bytes, ...(retrieved ? { retrieved } : {}) };
}

/** Keeps a file for a day, so that documents can be made of it without sending it again. */
export async function keepFile(desk: Desk, sha256: string, bytes: Uint8Array): Promise<void> {
  if (desk.storage.readOnly !== undefined) throw new Refusal('read-only', desk.storage.readOnly);
  try {
    await desk.storage.keepUpload(sha256, bytes);
  } catch (error) {
    if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
    throw error;
  }
}
