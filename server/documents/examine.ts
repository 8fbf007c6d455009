import { createHash } from 'node:crypto';
import type { Examination } from '../../shared/api/routes/documents.ts';
import { splitsPair } from '../../shared/text/text-like.ts';
import type { Storage } from '../storage/port.ts';
import { guessLanguage } from './language.ts';
import { guessMediaType } from './media-type.ts';
import { type FileText, readFileText } from './read-file.ts';
import { guessTitle } from './title.ts';

/** UTF-16 code units of text that are shown before anything is stored. */
const SAMPLE = 2000;

/**
 * Looks at a file; stores nothing.
 * @param name the file's name, where it has one
 * @param encoding in which to read it; found out where none is given
 * @throws Refusal where it cannot be read as text
 */
export async function examine(
  storage: Storage,
  bytes: Uint8Array,
  name?: string,
  encoding?: string,
): Promise<Examination> {
  return describeFile(storage, bytes, readFileText(bytes, encoding), name);
}

/** Says of a file that has been read what is known of it before anything is stored. */
export async function describeFile(
  storage: Storage,
  bytes: Uint8Array,
  { text, reading, undecodable, encodings }: FileText,
  name?: string,
): Promise<Examination> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const mediaType = guessMediaType(name, text);
  const language = guessLanguage(text);
  const sameAs = await findSame(storage, sha256);
  return {
    bytes: bytes.length,
    sha256,
    encodings: [...encodings],
    encoding: reading.encoding,
    bom: reading.bom,
    mediaType,
    title: guessTitle(name, mediaType, text),
    ...(language === undefined ? {} : { language }),
    length: text.length,
    sample: text.slice(0, splitsPair(text, SAMPLE) ? SAMPLE - 1 : SAMPLE),
    undecodable,
    ...(sameAs ? { sameAs } : {}),
  };
}

/** The document here whose current text came from the same bytes; one that is not removed first. */
async function findSame(storage: Storage, sha256: string): Promise<Examination['sameAs']> {
  const same = (await storage.readObjects('document')).filter(held =>
    held.object.revisions.some(revision => revision.sha256 === sha256),
  );
  const found = same.find(held => !held.removed) ?? same[0];
  return found && { id: found.id, title: found.object.title, removed: found.removed !== undefined };
}
