import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import { decode, encodingNamed, readMark } from './decode.ts';

export interface Guess {
  readonly encoding: string;
  /** From 0 to 100. */
  readonly confidence: number;
}

/** As much as the detector is given to look at, in bytes. */
const SAMPLE = 512 * 1024;
const MOST = 5;
const SEVERAL_BYTES = new Set(['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'gb18030', 'big5', 'euc-kr']);
/** Nothing but letters, marks, digits, signs and spaces: no control, private or unassigned character. */
const READABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\t\n\r\f\v]*$/u;

/**
 * Finds out how a file may be encoded.
 * @returns encodings in which all of it decodes, likeliest first; none where none does, or where it is no text
 */
export function detectEncodings(bytes: Uint8Array): Guess[] {
  const mark = readMark(bytes);
  if (mark) return [{ encoding: mark.encoding, confidence: 100 }];
  const wide = wideEncoding(bytes);
  if (wide) return [{ encoding: wide, confidence: 90 }];
  if (bytes.includes(0)) return [];
  const narrow = isUtf8(bytes);
  if (narrow && !bytes.includes(0x1b)) return [{ encoding: 'utf-8', confidence: 100 }];
  const guesses: Guess[] = narrow ? [{ encoding: 'utf-8', confidence: 50 }] : [];
  const sample = telling(bytes);
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = encodingNamed(name);
    if (encoding && !guesses.some(guess => guess.encoding === encoding))
      guesses.push({ encoding, confidence });
  }
  for (const encoding of ['windows-1252', 'iso-8859-1'])
    if (!guesses.some(guess => guess.encoding === encoding)) guesses.push({ encoding, confidence: 1 });
  guesses.sort((a, b) => b.confidence - a.confidence);
  const fitting: Guess[] = [];
  const values = valuesIn(bytes);
  for (const guess of guesses)
    if (fitting.length < MOST && fits(guess.encoding, bytes, sample, values)) fitting.push(guess);
  return fitting;
}

function valuesIn(bytes: Uint8Array): Uint8Array {
  const seen = new Uint8Array(256);
  for (let i = 0; i < bytes.length; i++) seen[bytes[i]!] = 1;
  return Uint8Array.from(seen.keys()).filter(value => seen[value]);
}

/** Where a byte is a character, looking at each value that occurs is enough; otherwise all of the file has to decode. */
function fits(encoding: string, bytes: Uint8Array, sample: Uint8Array, values: Uint8Array): boolean {
  const whole = (part: Uint8Array) => decode(part, encoding).undecodable === 0;
  if (!SEVERAL_BYTES.has(encoding)) return whole(values);
  // A sample may begin and end in the middle of a character.
  return (sample === bytes || decode(sample, encoding).undecodable <= 2) && whole(bytes);
}

/**
 * UTF-16 without a mark. In most scripts one byte of each pair hardly varies: it names the block of the script, and
 * is zero for spaces and digits. Text in other encodings has no control characters, which are half of such pairs.
 */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.some(byte => byte < 9)) return undefined;
  const leading = (parity: number) => new Set(sample.filter((_, i) => i % 2 === parity)).size;
  const encoding = leading(1) < leading(0) ? 'utf-16le' : 'utf-16be';
  const { text, undecodable } = decode(bytes, encoding);
  return undecodable === 0 && READABLE.test(text.slice(0, 2000)) ? encoding : undefined;
}

/** The part of a long file in which the bytes beyond ASCII begin: the rest tells the detector nothing. */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = Math.max(
    0,
    bytes.findIndex(byte => byte > 127),
  );
  const start = Math.min(first, bytes.length - SAMPLE);
  return bytes.subarray(start, start + SAMPLE);
}
