import type { Attachment } from '../../../../shared/model/attachment.ts';
import type { SecretWords } from '../../../../shared/redaction/secret-words.ts';
import { sha256 } from '../../entry.ts';

/** What stands for an attachment's bytes and name afterwards. */
export type Replacement = Pick<Attachment, 'sha256' | 'size' | 'mediaType' | 'name'>;

export interface Replacements {
  /** By the hash of the bytes that go. */
  readonly files: ReadonlyMap<string, Replacement>;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

const DESTROYED = Buffer.from('Redacted.\n');

/**
 * Settles what becomes of attachments: texts lose the words; of the others, in which nothing can be searched for, those of
 * claims on the passage are destroyed where that is asked for.
 * @param claims the claims on the passage
 * @param all whether pictures and PDFs of those claims go
 */
export async function replacements(
  attached: Iterable<{ readonly attachment: Attachment; readonly claimId: string }>,
  words: SecretWords,
  claims: ReadonlySet<string>,
  all: boolean,
  read: (hash: string) => Promise<Buffer>,
): Promise<Replacements> {
  const files = new Map<string, Replacement>();
  const blobs = new Map<string, Uint8Array>();
  const put = (was: string, name: string, bytes: Buffer) => {
    const hash = sha256(bytes);
    blobs.set(hash, bytes);
    files.set(was, { sha256: hash, size: bytes.length, mediaType: 'text/plain', name });
  };
  for (const { attachment, claimId } of attached) {
    const { sha256: hash, name, mediaType } = attachment;
    if (mediaType === 'text/plain') {
      const text = (await read(hash)).toString('utf8');
      const masked = words.mask(text);
      if (masked !== text) put(hash, name, Buffer.from(masked));
    } else if (all && claims.has(claimId)) put(hash, `${name}.txt`, DESTROYED);
  }
  return { files, blobs };
}
