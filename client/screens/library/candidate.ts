import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { TriedImport } from '../../../shared/api/routes/transfer.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import type { NewDocumentIds } from './store-document.ts';

/** How far a file has come on its way to the desk. */
export type Stage =
  | { readonly at: 'examining' }
  | { readonly at: 'examined'; readonly found: Examination }
  /** It cannot be taken as it is; what may help: another encoding, or the same once more. */
  | { readonly at: 'refused'; readonly why: string; readonly mend?: 'encoding' | 'again' }
  | { readonly at: 'adding'; readonly found: Examination }
  /** An export of a desk, which can be taken in instead of being read as a text. */
  | { readonly at: 'export' }
  /** Annotations of another program: what would become of each, placed on a chosen document or on those they name. */
  | { readonly at: 'annotations'; readonly tried: TriedImport; readonly document: string }
  | { readonly at: 'importing' };

/** A file that somebody wants to add, and what is going to be said of it. Nothing of it is stored yet. */
export interface Candidate {
  readonly key: string;
  /** The file's name; empty for pasted text. */
  readonly name: string;
  readonly origin: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stage: Stage;
  readonly title: string;
  readonly mediaType: MediaType;
  readonly language: string;
  /** The encoding that was asked for; empty to have it recognised. */
  readonly encoding: string;
  /** Under which ids it is stored, if it is. */
  readonly ids: NewDocumentIds;
  /** The share of its bytes that has been sent in the present step, from 0 to 1; undefined where nothing is being sent. */
  readonly sent?: number | undefined;
}

/** Whether a file can be stored as it is. */
export const isReady = ({ stage }: Candidate): boolean =>
  stage.at === 'examined' && stage.found.undecodable === 0;

const HEAD = 300;

/** Whether bytes begin as an export of a desk does. */
export function looksLikeExport(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return /^\uFEFF?\s*\{/.test(head) && /"format"\s*:\s*"variorum"/.test(head);
}

/** Whether a file's name is one under which other programs save annotations; some texts have such names too. */
export const mayBeAnnotations = (name: string): boolean =>
  /\.(ann|a1|a2|jsonl|jsonld|json|csv|tsv|zip)$/i.test(name);

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
