import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { ImportProgress, TriedImport } from '../../../shared/api/routes/transfer.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import { type How, partsOf } from '../../panels/how.ts';
import type { DeskClient } from '../../store/client.ts';
import type { NewDocumentIds } from './store-document.ts';

/**
 * What may help where a file cannot be taken as it is: another encoding, another reading, the same once more, or that once
 * the server is back.
 */
export type Mend = 'encoding' | 'reading' | 'again' | 'back';

/** A file that was looked at: what was found; that it is looked at anew, or why that failed, where that is so. */
export interface Examined {
  readonly at: 'examined';
  readonly found: Examination;
  readonly isLooking?: true;
  readonly wrong?: string;
}

/** How far a file has come on its way to the desk. */
export type Stage =
  /** Others before it are being looked at. */
  | { readonly at: 'waiting' }
  | { readonly at: 'examining' }
  | Examined
  /** It cannot be taken as it is, and what may help. */
  | { readonly at: 'refused'; readonly why: string; readonly mend?: Mend }
  /** It is stored; of several parts, so many are already. */
  | { readonly at: 'adding'; readonly found: Examination; readonly done?: number; readonly of?: number }
  /** An export of a desk, which can be taken in instead of being read as a text. */
  | { readonly at: 'export' }
  /** It may hold annotations or texts; nobody has said which. */
  | { readonly at: 'either'; readonly tried: TriedImport }
  /** Annotations of another program: what would become of each, placed on a chosen document or on those they name. */
  | { readonly at: 'annotations'; readonly tried: TriedImport; readonly document: string }
  | { readonly at: 'importing' };

/** What was pasted that can be read in two ways: as its words, or as the web page that the clipboard has of them. */
export interface Pasted {
  readonly words: Blob;
  readonly page: Blob;
  readonly isPage: boolean;
}

/** What the server has fetched by an address, and how. */
export type Fetched = Awaited<ReturnType<DeskClient['fetchFile']>>;

/** A file that somebody wants to add, and what is going to be said of it. Nothing of it is stored yet. */
export interface Candidate {
  readonly key: string;
  /** The file's name; empty for pasted text. */
  readonly name: string;
  readonly origin: string;
  /** The file; empty where only the server has it, under `fetched`. */
  readonly file: Blob;
  /** How it was fetched, where it was: the server keeps it. */
  readonly fetched?: Fetched;
  /** The bytes' hash, once the server keeps them: they need not be sent again. */
  readonly kept?: string;
  readonly pasted?: Pasted;
  readonly stage: Stage;
  readonly title: string;
  readonly mediaType: MediaType;
  readonly language: string;
  readonly how: How;
  /** Which of its parts become texts; undefined where all of it becomes one. */
  readonly parts?: ReadonlySet<string | number | boolean> | undefined;
  /** Under which ids it is stored, if it is. */
  readonly ids: NewDocumentIds;
  /** The share of its bytes that has been sent in the present step, from 0 to 1; undefined where nothing is being sent. */
  readonly sent?: number | undefined;
  /** How far the server has come with the annotations in it. */
  readonly taken?: ImportProgress | undefined;
}

/** Whether a file can be stored as it is. */
export const isReady = ({ stage, parts }: Candidate): boolean =>
  stage.at === 'examined' &&
  !stage.isLooking &&
  stage.wrong === undefined &&
  stage.found.undecodable === 0 &&
  (parts === undefined || parts.size > 0);

/** Up to so many parts are all ticked to begin with. */
const FEW = 50;

/** @returns the parts that become texts where nobody has chosen yet; undefined where the file becomes one text */
export function partsToBegin(found: Examination): ReadonlySet<string | number | boolean> | undefined {
  const parts = partsOf(found);
  const values = found.extraction?.choices.find(({ name }) => name === 'part')?.values ?? [];
  if (parts.length === 0 || values.length > parts.length) return undefined;
  // Whoever asks for a text of each row wants them all.
  const isAll = parts.length <= FEW || found.extraction?.options.rows === 'each';
  return new Set(isAll ? parts.map(({ value }) => value) : []);
}

const HEAD = 300;

/** Whether a file begins as an export of a desk does. */
export async function looksLikeExport(file: Blob): Promise<boolean> {
  const head = await file.slice(0, HEAD).text();
  return /^\uFEFF?\s*\{/.test(head) && /"format"\s*:\s*"variorum"/.test(head);
}

/** Whether a file's name is one under which other programs save annotations; some texts have such names too. */
export const mayBeAnnotations = (name: string): boolean =>
  /\.(ann|a1|a2|jsonl|jsonld|json|csv|tsv|zip)$/i.test(name);

/** Whether a file's name is one of a table or of data, whose rows may be texts as well as annotations. */
export const mayBeTexts = (name: string): boolean => /\.(jsonl|json|csv|tsv)$/i.test(name);

/** Encodings to choose from beside those that fit, as they are named to the server. */
export const encodings: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-9',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
];

/** @returns an encoding's name as people write it: "UTF-16LE", "Windows-1251" */
export function sayEncoding(encoding: string): string {
  if (encoding.startsWith('windows')) return encoding.replace('windows', 'Windows');
  return /^(utf|iso|koi8|gb|euc)/.test(encoding) ? encoding.toUpperCase() : encoding;
}
