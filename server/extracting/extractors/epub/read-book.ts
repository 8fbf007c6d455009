import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Choice, type Extracted, Unextractable } from '../../extractor.ts';
import { joinTexts } from '../../html/join.ts';
import { remarksOn } from '../../html/remarks.ts';
import type { Left } from '../../html/shown.ts';
import { parseTree } from '../../html/tree.ts';
import { type Walked, walkTree } from '../../html/walk.ts';
import { type Archive, openArchive } from '../../unzip.ts';
import { type Book, type BookFile, readPackage } from './package.ts';

/** The choice of all files together. */
const WHOLE = '';

/**
 * Makes text of a book.
 * @param options `part`: the path of one of its files; all of them where it is empty or not said
 * @throws Unextractable where it is locked, broken or holds no text
 */
export async function readBook(bytes: Uint8Array, options: ExtractionOptions): Promise<Extracted> {
  const archive = await openArchive(bytes);
  const book = await readPackage(archive);
  const { part = WHOLE } = options;
  const files = part === WHOLE ? book.files : book.files.filter(({ path }) => path === part);
  if (files.length === 0 && part !== WHOLE)
    throw new Unextractable(`There is no part ${String(part)} in this book.`);
  const missing: string[] = [];
  const read = await readFiles(archive, files, missing);
  const { text, derivation } = joinTexts(read);
  if (text === '')
    throw new Unextractable(
      'There is no text in this book; its pages may be pictures, which would have to be read by text recognition (OCR) first.',
    );
  const file = part === WHOLE ? undefined : files[0];
  const title = [book.title, file?.label].filter(name => name !== undefined).join(': ');
  return {
    text,
    derivation,
    options: { part },
    choices: [parts(book.files)],
    ...(title === '' ? {} : { title }),
    ...(book.language === undefined ? {} : { language: book.language }),
    remarks: remarksOnBook(book, read, missing),
  };
}

async function readFiles(archive: Archive, files: readonly BookFile[], missing: string[]): Promise<Walked[]> {
  const read: Walked[] = [];
  let pageLabel: string | undefined;
  for (const { path } of files) {
    if (!archive.has(path)) {
      missing.push(path);
      continue;
    }
    const walked = walkTree(parseTree(await archive.text(path), true), { part: path, pageLabel });
    pageLabel = walked.pageLabel;
    read.push(walked);
  }
  return read;
}

function parts(files: readonly BookFile[]): Choice {
  const values = files.map(({ path, label }) => ({
    value: path,
    label: label ?? path.slice(path.lastIndexOf('/') + 1),
  }));
  return { name: 'part', values: [{ value: WHOLE, label: 'the whole book' }, ...values] };
}

function remarksOnBook({ creators }: Book, read: readonly Walked[], missing: readonly string[]): string[] {
  const left = new Map<Left, number>();
  for (const walked of read)
    for (const [kind, count] of walked.left) left.set(kind, (left.get(kind) ?? 0) + count);
  return [
    ...(creators.length === 0 ? [] : [`The book names as its author: ${creators.join('; ')}.`]),
    ...missing.slice(0, 10).map(path => `${path} is named by the book but missing in the file.`),
    ...remarksOn(left),
  ];
}
