import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import { Unextractable } from '../../extractor.ts';
import { cleaned } from './characters.ts';
import type { RawPiece } from './piece.ts';
import { sayPages } from './say-pages.ts';

/** A page of a file, as it is drawn. */
export interface RawPage {
  /** Counted from 1. */
  readonly page: number;
  /** What is printed as its number, where that differs. */
  readonly label?: string;
  readonly pieces: readonly RawPiece[];
  /** Whether fields are filled in, or notes written, that lie over the page and are no part of its text. */
  readonly hasFilledFields: boolean;
}

/** What is read in a file before its text is put together. */
export interface RawFile {
  readonly pages: readonly RawPage[];
  readonly title?: string;
  readonly language?: string;
  readonly remarks: readonly Remark[];
}

/** A file that claims more is hostile, or no text for one person to check. */
const MOST_PAGES = 20_000;
const MOST_PIECES = 6_000_000;
const LONGEST_LABEL = 40;
/** Pages after which what the library has kept of fonts and pictures is let go. */
const CLEAN_EVERY = 50;
/** The end mark of a file lies within so many bytes of its end. */
const END_WITHIN = 2048;

const USUAL = { ascent: 0.85, descent: 0.2 };

/**
 * Reads the text layer of all pages.
 * @throws Unextractable where the file is encrypted, broken beyond repair, or has too many pages
 */
export async function readPages(bytes: Uint8Array): Promise<RawFile> {
  const remarks: Remark[] = [];
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - END_WITHIN))).toString('latin1');
  if (!end.includes('%%EOF')) remarks.push(remark('end-missing'));
  const file = await openFile(bytes);
  try {
    const { numPages } = file;
    if (numPages > MOST_PAGES)
      throw new Unextractable(
        `This PDF says that it has ${numPages.toLocaleString('en')} pages, which is more than the ${MOST_PAGES.toLocaleString('en')} that are read. Divide it and add its parts.`,
      );
    const labels = await file.getPageLabels().catch(() => null);
    const pages: RawPage[] = [];
    const broken: number[] = [];
    let count = 0;
    for (let number = 1; number <= numPages; number++) {
      const read = await readPage(file, number, labels?.[number - 1] ?? undefined).catch(() => undefined);
      if (!read) broken.push(number);
      pages.push(read ?? { page: number, pieces: [], hasFilledFields: false });
      count += read?.pieces.length ?? 0;
      if (count > MOST_PIECES)
        throw new Unextractable('This PDF places its text in too many pieces. Divide it and add its parts.');
      if (number % CLEAN_EVERY === 0) await file.cleanup();
    }
    if (broken.length === numPages)
      throw new Unextractable(
        'No page of this PDF can be read: it is damaged. Open it in another program, save it again, and add that.',
      );
    if (broken.length > 0) remarks.push(remark('pages-broken', sayPages(broken)));
    const empty = pages.filter(({ page, pieces }) => pieces.length === 0 && !broken.includes(page));
    if (empty.length > 0 && empty.length + broken.length < numPages)
      remarks.push(remark('pages-empty', sayPages(empty.map(({ page }) => page))));
    const filled = pages.filter(({ hasFilledFields }) => hasFilledFields).map(({ page }) => page);
    if (filled.length > 0) remarks.push(remark('pages-filled', sayPages(filled)));
    const { isDynamicForm, ...described } = await describe(file);
    if (isDynamicForm) remarks.push(remark('dynamic-form'));
    return { pages, remarks, ...described };
  } finally {
    await file.loadingTask.destroy().catch(() => undefined);
  }
}

async function openFile(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  library ??= loadLibrary();
  const { getDocument } = await library;
  const task = getDocument({
    // The library takes its bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    BinaryDataFactory: OwnData,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    const { name } = error as Error;
    if (name === 'PasswordException')
      throw new Unextractable(
        'This PDF is encrypted and opens only with its password. Save it without one in the program that you read it with, and add that.',
      );
    throw new Unextractable(
      'This is no PDF that can be read: it is damaged, or only its beginning came. Open it in another program, save it again, and add that.',
    );
  }
}

/** What only drawing needs; put in place so that the library does not look for a package that draws. */
class NoDrawing {}

let library: Promise<typeof import('pdfjs-dist')> | undefined;

async function loadLibrary(): Promise<typeof import('pdfjs-dist')> {
  const known = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) known[name] ??= NoDrawing;
  const { parse, stringify } = JSON;
  try {
    known.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string);
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    // It brings its own, for engines that lack something: they are slow, and stop at nestings that the engine's take.
    Object.assign(JSON, { parse, stringify });
  }
}

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const FOLDERS: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' };

/** Gives the library its own tables of characters and standard fonts, and nothing else. */
class OwnData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    if (!folder || !/^[\w-]+\.(bcmap|pfb|ttf)$/.test(filename)) throw new Error(`No ${kind} ${filename}.`);
    return new Uint8Array(await readFile(path.join(packageFolder, folder, filename)));
  }
}

async function readPage(file: PDFDocumentProxy, number: number, label?: string): Promise<RawPage> {
  const page = await file.getPage(number);
  const pieces = await piecesOf(page);
  const hasFilledFields = await isFilledIn(page).catch(() => false);
  page.cleanup();
  const said = label?.trim().slice(0, LONGEST_LABEL);
  return {
    page: number,
    ...(said && said !== String(number) ? { label: said } : {}),
    pieces,
    hasFilledFields,
  };
}

async function piecesOf(page: PDFPageProxy): Promise<RawPiece[]> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const pieces: RawPiece[] = [];
  let isAfterSpace = false;
  for (const item of items) {
    if (!('str' in item)) continue;
    const text = cleaned(item.str);
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const style = styles[item.fontName];
    const isVertical = style?.vertical ?? false;
    const [length, size] = isVertical ? [item.height, item.width] : [item.width, item.height];
    if (text.trim() === '') {
      isAfterSpace ||= text !== '';
      continue;
    }
    if (![a, b, x, y, length, size].every(Number.isFinite) || size <= 0) continue;
    pieces.push({
      ...{ text, x, y, length, size, isAfterSpace },
      angle: (Math.atan2(b, a) * 180) / Math.PI - (isVertical ? 90 : 0),
      ...(isVertical ? { ascent: 0.5, descent: 0.5 } : reachOf(style)),
      isRightToLeft: item.dir === 'rtl',
    });
    isAfterSpace = false;
  }
  return pieces;
}

/** Whether anything is written in fields of a form, or onto the page, apart from its text. */
async function isFilledIn(page: PDFPageProxy): Promise<boolean> {
  const notes = (await page.getAnnotations()) as readonly Readonly<Record<string, unknown>>[];
  return notes.some(
    ({ subtype, fieldType, fieldValue, contentsObj }) =>
      (fieldType === 'Tx' && typeof fieldValue === 'string' && fieldValue.trim() !== '') ||
      (subtype === 'FreeText' && Boolean((contentsObj as { str?: string } | undefined)?.str)),
  );
}

/** How far a font's letters reach from the baseline; files often say nothing, or something impossible. */
function reachOf(style: { ascent: number; descent: number } | undefined) {
  const { ascent, descent } = style ?? { ascent: Number.NaN, descent: Number.NaN };
  return {
    ascent: ascent > 0.3 && ascent <= 1.2 ? ascent : USUAL.ascent,
    descent: descent < 0 && descent >= -0.5 ? -descent : USUAL.descent,
  };
}

async function describe(
  file: PDFDocumentProxy,
): Promise<{ title?: string; language?: string; isDynamicForm: boolean }> {
  const known = await file.getMetadata().catch(() => undefined);
  if (!known) return { isDynamicForm: false };
  const info = known.info as Readonly<Record<string, unknown>>;
  const language = info.Language;
  const title = [info.Title, known.metadata?.get('dc:title')].map(titleOf).find(Boolean);
  return {
    ...(title ? { title } : {}),
    ...(typeof language === 'string' && language ? { language } : {}),
    isDynamicForm: info.IsXFAPresent === true && info.IsAcroFormPresent !== true,
  };
}

/** What a file names as its title, unless that is only what a program put there. */
function titleOf(said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined;
  const title = cleaned(said).replaceAll('\ufffd', ' ').replace(/\s+/g, ' ').trim();
  const isNone =
    /^(untitled|microsoft \w+\b.*|.*\.(docx?|pdf|tex|dvi|indd|qxd|rtf|odt|html?)|about:blank)$/i.test(title);
  return title && !isNone ? title : undefined;
}
