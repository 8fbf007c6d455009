import { createHash } from 'node:crypto';
import type { ForeignText } from '../../../shared/formats/foreign.ts';
import { Document } from '../../../shared/model/document.ts';
import { guessMediaType } from '../../documents/media-type.ts';
import { readFileText } from '../../documents/read-file.ts';
import { guessTitle } from '../../documents/title.ts';
import { Refusal } from '../refusal.ts';

/** @returns the document that a text becomes, with its bytes by their hashes; or why it cannot be one */
export function newDocument(
  { title, text, bom, language }: ForeignText,
  { by, at, id, revision }: { by: string; at: string; id: string; revision: string },
): { document: Document; blobs: ReadonlyMap<string, Uint8Array> } | string {
  const bytes = new TextEncoder().encode(bom ? `\ufeff${text}` : text);
  const plain = new TextEncoder().encode(text);
  try {
    const file = readFileText(bytes, 'utf-8');
    if (file.text !== text) return 'Its text cannot be written in UTF-8 and read again as it was.';
    const mediaType = guessMediaType(title, text);
    const document = Document.safeParse({
      id,
      title: (title.trim() || guessTitle(undefined, mediaType, text)).slice(0, 500),
      ...(language === undefined ? {} : { language }),
      mediaType,
      ...(title.trim() ? { origin: title.trim().slice(0, 2000) } : {}),
      revisions: [
        {
          id: revision,
          sha256: hash(bytes),
          bytes: bytes.length,
          reading: file.reading,
          textSha256: hash(plain),
          length: text.length,
          addedAt: at,
          addedBy: by,
        },
      ],
    });
    if (!document.success) return `Its text cannot be added: ${document.error.issues[0]!.message}.`;
    return {
      document: document.data,
      blobs: new Map([
        [hash(bytes), bytes],
        [hash(plain), plain],
      ]),
    };
  } catch (error) {
    if (error instanceof Refusal) return `Its text cannot be added: ${error.message}`;
    throw error;
  }
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
