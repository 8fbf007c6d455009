import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { readDocument } from '../../documents/read-document.ts';
import { requireWhole } from '../../documents/read-file.ts';
import { Refusal } from '../../services/refusal.ts';
import { type Surroundings, say } from '../surroundings.ts';

/** Texts that were read from files, and how many files could not be read. */
export interface ReadFiles {
  /** `documentId` is the path as it was given. */
  readonly texts: readonly CheckedText[];
  readonly unread: number;
}

/**
 * Reads files as the desk would take them in: encoding, language and kind of text found out. What cannot be read is said
 * on standard error and left out; a path that is given twice is read once.
 */
export async function readFiles(
  { folder, errors }: Surroundings,
  paths: readonly string[],
): Promise<ReadFiles> {
  const texts: CheckedText[] = [];
  let unread = 0;
  for (const given of new Set(paths)) {
    try {
      texts.push(await readText(folder, given));
    } catch (error) {
      unread++;
      say(errors, `variorum: ${given}: ${reasonOf(error)}`);
    }
  }
  return { texts, unread };
}

async function readText(folder: string, given: string): Promise<CheckedText> {
  const bytes = await readFile(path.resolve(folder, given));
  const file = await readDocument(bytes, { name: path.basename(given) });
  requireWhole(file, bytes);
  const { text, mediaType, title, language } = file;
  if (text.trim() === '')
    throw new Refusal('unreadable', 'The file holds nothing but white space; there is nothing to check.');
  return new CheckedText({
    documentId: given,
    text,
    mediaType,
    title,
    today: new Date().toISOString().slice(0, 10),
    ...(language === undefined ? {} : { language }),
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder; give the files in it.',
  EACCES: 'The file may not be read by this account.',
  EPERM: 'The file may not be read by this account.',
  ENOTDIR: 'There is no such file.',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) || message;
}
