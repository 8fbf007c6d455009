import { own } from '../../../../shared/derivation/own-values.ts';
import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Choice, type Extracted, Unextractable } from '../../extractor.ts';
import { hideByRules } from '../../html/hide-by-rules.ts';
import { joinTexts } from '../../html/join.ts';
import { remarksOn } from '../../html/remarks.ts';
import type { Left } from '../../html/shown.ts';
import { parseTree } from '../../html/tree.ts';
import { type Walked, walkTree } from '../../html/walk.ts';
import { type Archive, openArchive } from '../../unzip.ts';
import { nameFiles } from './name-files.ts';
import { type Book, type BookFile, readPackage } from './package.ts';

/** The choice of all files together. */
const WHOLE = '';

/**
 * Reads what a book consists of.
 * @returns what makes text of it, by the option `part`, the path of one of its files, or of all of them where that is
 * empty or not said; it throws Unextractable where there is no text
 * @throws Unextractable where it is locked or broken
 */
export async function openBook(
  bytes: Uint8Array,
): Promise<(options: ExtractionOptions) => Promise<Extracted>> {
  const archive = await openArchive(bytes);
  const packaged = await readPackage(archive);
  const book = { ...packaged, files: await nameFiles(archive, packaged.files, packaged.title) };
  // What may be unpacked is counted anew for each text.
  return async options => readBook(await openArchive(bytes), book, options);
}

async function readBook(archive: Archive, book: Book, options: ExtractionOptions): Promise<Extracted> {
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
    const tree = parseTree(await archive.text(path), true);
    hideByRules(tree.root);
    const walked = walkTree(tree, { part: path, pageLabel });
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
  return { name: 'part', values: [own('part', WHOLE), ...values] };
}

function remarksOnBook({ creators }: Book, read: readonly Walked[], missing: readonly string[]): Remark[] {
  const left = new Map<Left, number>();
  for (const walked of read)
    for (const [kind, count] of walked.left) left.set(kind, (left.get(kind) ?? 0) + count);
  return [
    ...(creators.length === 0 ? [] : [remark('author', { author: creators.join('; ') })]),
    ...missing.slice(0, 10).map(path => remark('part-missing', { path })),
    ...remarksOn(left),
  ];
}
