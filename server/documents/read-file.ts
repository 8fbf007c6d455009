import { Refusal } from '../services/refusal.ts';
import { type Decoded, decode, ENCODINGS, encodingNamed, readMark, standardEncoding } from './decode.ts';
import { detectEncodings, type Guess } from './detect-encoding.ts';

/** Beginnings of files that are not text, and what to do with them where they are read as text all the same. */
const OTHER_FILES: readonly (readonly [string, string, string])[] = [
  ['%PDF-', 'a PDF', 'Save its text as a .txt file and add that.'],
  [
    'PK\u0003\u0004',
    'a ZIP archive, or an office file of a kind that is not read here',
    'Unpack it, or save it as a Word document or as plain text, and add that.',
  ],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file', 'Save it as plain text and add that.'],
  ['{\\rtf', 'an RTF file', 'Save it as plain text and add that.'],
  ['\u0089PNG', 'a picture', 'Only text can be added.'],
  ['\u00ff\u00d8\u00ff', 'a picture', 'Only text can be added.'],
  ['GIF8', 'a picture', 'Only text can be added.'],
  ['\u001f\u008b', 'a compressed file', 'Unpack it and add what is in it.'],
];

/** A file read as text: how, and how else it could be read. */
export interface FileText extends Decoded {
  readonly encodings: readonly Guess[];
}

/**
 * Reads a file as text.
 * @param asked the encoding to read it in; found out where none is given
 * @param declared what the file says of its encoding; taken before a guess where all of it decodes so
 * @throws Refusal where the file is empty, not text, or in no encoding known here
 */
export function readFileText(bytes: Uint8Array, asked?: string, declared?: string): FileText {
  if (bytes.length === 0) throw new Refusal('unreadable', 'The file is empty; there is nothing to read.');
  refuseOtherFiles(bytes);
  const encodings = withDeclared(bytes, detectEncodings(bytes), declared);
  const encoding = asked === undefined ? encodings[0]?.encoding : known(asked);
  if (encoding === undefined) throw unreadable(bytes);
  const decoded = decode(bytes, encoding);
  if (decoded.text === '')
    throw new Refusal(
      'unreadable',
      'The file holds a byte order mark and nothing else; there is nothing to read.',
    );
  refuseBinary(decoded.text, encoding);
  return { ...decoded, encodings };
}

/** Puts an encoding that a file declares before those that were guessed; a byte order mark says more than it does. */
function withDeclared(bytes: Uint8Array, guesses: Guess[], declared: string | undefined): Guess[] {
  const encoding = declared === undefined ? undefined : standardEncoding(declared);
  if (!encoding || readMark(bytes) || decode(bytes, encoding).undecodable > 0) return guesses;
  return [{ encoding, confidence: 100 }, ...guesses.filter(guess => guess.encoding !== encoding)];
}

function unreadable(bytes: Uint8Array): Refusal {
  const zero = bytes.indexOf(0);
  return needsEncoding(
    zero >= 0
      ? `This is not a text file: byte ${zero} is zero. If it is text, choose its encoding or save it as UTF-8.`
      : 'The file does not decode as text in any encoding known here. Save it as UTF-8 and add it again.',
  );
}

/** A refusal that another encoding may mend: its fault lies in the encoding. */
const needsEncoding = (message: string): Refusal =>
  new Refusal('unreadable', message, { errors: [{ path: 'query.encoding', message }] });

/** @throws Refusal where a place did not decode: nothing is stored with words missing */
export function requireWhole(
  { undecodable, firstBad, reading, encodings }: FileText,
  bytes: Uint8Array,
): void {
  if (undecodable === 0) return;
  const at = firstBad ?? 0;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const others = encodings.map(({ encoding }) => encoding).filter(name => name !== reading.encoding);
  const how =
    others.length > 0
      ? ` Read it as ${others.slice(0, 3).join(' or ')}, or mend the file.`
      : ' Mend the file.';
  throw new Refusal(
    'unreadable',
    `${undecodable} ${undecodable === 1 ? 'place does' : 'places do'} not decode as ${reading.encoding}, the first at byte ${at} (0x${byte}).${how}`,
  );
}

function known(name: string): string {
  const encoding = encodingNamed(name);
  if (encoding) return encoding;
  const message = `"${name}" is not an encoding known here; known are ${ENCODINGS.join(', ')}.`;
  throw new Refusal('bad-input', message, { errors: [{ path: 'query.encoding', message }] });
}

/** Whether a file is surely none of plain text, by its first bytes. */
export const isOtherFile = (bytes: Uint8Array): boolean => otherFile(bytes) !== undefined;

function otherFile(bytes: Uint8Array) {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return OTHER_FILES.find(([sign]) => start.startsWith(sign));
}

function refuseOtherFiles(bytes: Uint8Array): void {
  const found = otherFile(bytes);
  if (found) throw new Refusal('unreadable', `This is ${found[1]}, not text. ${found[2]}`);
}

function refuseBinary(text: string, encoding: string): void {
  const at = text.indexOf('\0');
  if (at >= 0)
    throw needsEncoding(
      `This is not a text file: read as ${encoding}, character ${at} is NUL. If it is text, choose its encoding or save it as UTF-8.`,
    );
  const odd = text.slice(0, 100_000).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (odd > Math.min(text.length, 100_000) * 0.01)
    throw new Refusal(
      'unreadable',
      `This is not a text file: read as ${encoding}, it holds ${odd} control characters near its beginning.`,
    );
}
