import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { attachmentsOf } from '../../shared/change/named-bytes.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import { type Attachment, AttachmentType } from '../../shared/model/attachment.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import { sha256Aside } from '../storage/blob-hashes.ts';
import { type Storage, StorageStopped } from '../storage/port.ts';
import { badInput, Refusal } from './refusal.ts';

/** How long bytes wait for the change that names them, in milliseconds. */
export const UPLOAD_STAYS = 24 * 60 * 60 * 1000;

/** What bytes are, as far as it concerns attaching them. */
export interface Kept {
  readonly sha256: string;
  readonly mediaType: AttachmentType;
  readonly size: number;
}

/**
 * Tells the type of bytes from the bytes themselves, whatever anybody says of them.
 * @returns undefined where they are of no type that may be attached: SVG and HTML could run scripts, and are not
 */
export async function typeOfBytes(bytes: Uint8Array): Promise<AttachmentType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return AttachmentType.safeParse(found.mime).data;
  return isUtf8(bytes) && !hasControls(bytes) && !looksLikeMarkup(bytes) ? 'text/plain' : undefined;
}

/** Text has tabs and ends of lines and no other control characters. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(
    byte =>
      (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) || byte === 0x7f,
  );
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('utf8');
  return /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(\?xml|!doctype|html|head|body|script|svg|iframe)\b/i.test(
    head.replace(/^\ufeff/, ''),
  );
}

/**
 * Keeps bytes that were sent ahead of the change that will name them.
 * @param sha256 what the sender says they hash to
 * @throws Refusal where the hash is another, the type is none that may be attached, or nothing can be written
 */
export async function keepAttachment(storage: Storage, sha256: string, bytes: Uint8Array): Promise<Kept> {
  if (storage.readOnly !== undefined) throw new Refusal('read-only', storage.readOnly);
  if (bytes.byteLength === 0) throw badInput('body', 'The file is empty.');
  const hash = await sha256Aside(bytes);
  if (hash !== sha256)
    throw badInput(
      'path.sha256',
      `The bytes that came have the SHA-256 ${hash}: they were altered on the way, or the address is another file's. Send them again.`,
    );
  const mediaType = await typeOfBytes(bytes);
  if (!mediaType)
    throw new Refusal(
      'unsupported-type',
      'A file of this kind cannot be attached. PNG, JPEG, WebP and GIF pictures, PDF and plain text can.',
    );
  try {
    if (!(await storage.readBlob(sha256))) await storage.keepUpload(sha256, bytes);
  } catch (error) {
    if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
    throw error;
  }
  return { sha256, mediaType, size: bytes.byteLength };
}

/** @returns the bytes under a hash, of an attachment or sent ahead to become one; undefined where they are not here */
export async function readAttached(storage: Storage, sha256: string): Promise<Uint8Array | undefined> {
  // What was sent ahead is asked for first: a change that lands in between makes it a blob, never the other way round.
  return (await storage.readUpload(sha256)) ?? (await storage.readBlob(sha256));
}

/**
 * Holds the attachments that a claim has gained against the bytes that they name.
 * @returns these bytes by hash, to be written with the claim
 * @throws Refusal where they are not here, or are not what the attachment says
 */
export async function attachedBytes(
  storage: Storage,
  before: Versioned | undefined,
  now: Versioned,
): Promise<Map<string, Uint8Array>> {
  const bytes = new Map<string, Uint8Array>();
  if (now.kind !== 'claim' || before?.object === now.object) return bytes;
  const known = new Map((before ? attachmentsOf(before.object as Claim) : []).map(one => [one.id, one]));
  for (const [i, { attachments = [] }] of (now.object as Claim).evidence.entries())
    for (const [a, attachment] of attachments.entries())
      if (!sameJson(known.get(attachment.id), attachment))
        bytes.set(
          attachment.sha256,
          await requireAttached(storage, attachment, `evidence.${i}.attachments.${a}`),
        );
  return bytes;
}

async function requireAttached(
  storage: Storage,
  { mediaType, name, sha256, size }: Attachment,
  path: string,
): Promise<Uint8Array> {
  const bytes = await readAttached(storage, sha256);
  if (!bytes)
    throw badInput(
      `${path}.sha256`,
      `The bytes of "${name}" are not here. Send them to /api/attachments/${sha256} first, then make the change again.`,
    );
  if (bytes.byteLength !== size) throw badInput(`${path}.size`, `"${name}" has ${bytes.byteLength} bytes.`);
  const type = await typeOfBytes(bytes);
  if (type !== mediaType)
    throw badInput(`${path}.mediaType`, `"${name}" is ${type ?? 'of a kind that cannot be attached'}.`);
  return bytes;
}

/** Gives up what was sent ahead more than a day ago and never named. @param now milliseconds since 1970 */
export function sweepUploads(storage: Storage, now: number): Promise<number> {
  return storage.sweepUploads(now - UPLOAD_STAYS);
}
