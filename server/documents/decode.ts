import iconv from 'iconv-lite';
import type { Reading } from '../../shared/model/document.ts';

/** A decoded text, and what did not decode. */
export interface Decoded {
  /** Without byte order mark; what did not decode stands as U+FFFD. */
  readonly text: string;
  readonly reading: Reading;
  /** How many places did not decode. */
  readonly undecodable: number;
  /** Where the first of them is, in bytes from the start of the file. */
  readonly firstBad?: number;
}

/** Encodings that a file can be read in, as they are named here; the common ones first. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-9',
  'iso-8859-15',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-6',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** Those that the Encoding Standard defines the way everyone reads them; the rest is iconv-lite's. */
const WHATWG = new Set(['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp']);
const ICONV_NAMES: Readonly<Record<string, string>> = {
  ibm866: 'cp866',
  macintosh: 'macroman',
  'x-mac-cyrillic': 'maccyrillic',
};
/** Tables change only with a new major version of the decoder. */
const VERSIONS = { whatwg: '1', 'iconv-lite': '0.7' };

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** @returns the encoding that a byte order mark tells, and the mark's length in bytes. */
export function readMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const mark = MARKS.find(([, sign]) => sign.every((byte, i) => bytes[i] === byte));
  return mark && { encoding: mark[0], length: mark[1].length };
}

/** @returns the name by which an encoding goes here, or undefined for one that is not known. */
export function encodingNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase().replaceAll('_', '-');
  return ENCODINGS.find(encoding => encoding.replaceAll('_', '-') === plain) ?? standardEncoding(plain);
}

/** @returns the encoding that the Encoding Standard has a label stand for: windows-1252 for iso-8859-1, among others. */
export function standardEncoding(label: string): string | undefined {
  try {
    const standard = new TextDecoder(label.trim()).encoding;
    return ENCODINGS.find(encoding => encoding === standard);
  } catch {
    return undefined;
  }
}

/** @param encoding one of `ENCODINGS` @returns the text of a file's bytes; never fails, but counts what did not decode. */
export function decode(bytes: Uint8Array, encoding: string): Decoded {
  const mark = readMark(bytes);
  const bom = mark?.encoding === encoding;
  const body = bom ? bytes.subarray(mark.length) : bytes;
  const decoder = WHATWG.has(encoding) ? 'whatwg' : 'iconv-lite';
  const text =
    decoder === 'whatwg'
      ? new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
      : iconvText(body, encoding);
  const reading = { decoder, version: VERSIONS[decoder], encoding, bom };
  const undecodable = count(text, '\ufffd') - genuine(body, encoding);
  if (undecodable <= 0) return { text, reading, undecodable: 0 };
  return {
    text,
    reading,
    undecodable,
    firstBad: bytes.length - body.length + firstBad(body, text, encoding),
  };
}

function iconvText(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return iconv.decode(buffer, ICONV_NAMES[encoding] ?? encoding, { stripBOM: false });
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** Replacement characters that stand in the file itself. */
function genuine(bytes: Uint8Array, encoding: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sign = { 'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd] }[encoding];
  if (!sign) return 0;
  let found = 0;
  for (let at = buffer.indexOf(Buffer.from(sign)); at >= 0; at = buffer.indexOf(Buffer.from(sign), at + 1))
    if (sign.length === 3 || at % 2 === 0) found++;
  return found;
}

function firstBad(bytes: Uint8Array, text: string, encoding: string): number {
  if (!WHATWG.has(encoding)) {
    const before = text.slice(0, text.indexOf('\ufffd'));
    return iconv.encode(before, ICONV_NAMES[encoding] ?? encoding).length;
  }
  // The longest beginning in which no fault shows, less what it holds of a character that is never finished.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(bytes.subarray(0, good), encoding, false)) good--;
  return good;
}

/** @param open whether a character may be unfinished at the end */
function decodes(bytes: Uint8Array, encoding: string, open: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: open });
    return true;
  } catch {
    return false;
  }
}
