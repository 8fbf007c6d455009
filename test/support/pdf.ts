import { createHash } from 'node:crypto';

/** Words on a page: where their baseline begins, in 1/72 inch from its lower left corner. */
export interface PlacedWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Degrees against the clock. */
  readonly turn?: number;
}

/** What a PDF is made of. */
export interface PdfPlan {
  readonly pages: readonly (readonly PlacedWords[])[];
  readonly title?: string;
  readonly language?: string;
  /** What is printed as the numbers of pages, as a PDF's dictionary says it: `/S /r` for i, ii, iii. */
  readonly labels?: string;
  /** Encrypts it; with an empty user's password it opens for everybody. */
  readonly passwords?: { readonly owner: string; readonly user: string };
}

/** @returns a small PDF with words in Helvetica, in the letters of Latin-1 */
export function makePdf({ pages, title, language, labels, passwords }: PdfPlan): Uint8Array {
  const id = createHash('md5').update('a file').digest();
  const lock = passwords && lockOf(passwords, id);
  const objects: ((number: number) => string)[] = [];
  const add = (object: (number: number) => string): number => objects.push(object);
  const text = (said: string) => (number: number) =>
    `<${Buffer.from(lock ? lock.encode(number, latin(said)) : latin(said)).toString('hex')}>`;
  const catalog = add(() => '');
  const tree = add(() => '');
  const font = add(() => '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map(words => {
    const drawn = latin(words.map(draw).join('\n'));
    const content = add(number => {
      const bytes = lock ? lock.encode(number, drawn) : drawn;
      return `<< /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
    });
    return add(
      () =>
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
    );
  });
  const info = add(number => `<< ${title === undefined ? '' : `/Title ${text(title)(number)}`} >>`);
  const lang = language === undefined ? () => '' : (number: number) => `/Lang ${text(language)(number)}`;
  const numbers = labels === undefined ? '' : `/PageLabels << /Nums [0 << ${labels} >>] >>`;
  objects[catalog - 1] = number => `<< /Type /Catalog /Pages ${tree} 0 R ${lang(number)} ${numbers} >>`;
  objects[tree - 1] = () =>
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object(index + 1)}\nendobj\n`;
    return start;
  });
  const xref = file.length;
  const rows = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const hex = id.toString('hex');
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R /ID [<${hex}> <${hex}>] ${lock?.entry ?? ''} >>\n`;
  file += `startxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(latin(file));
}

/** Lines one below the other, as a typesetter would set them. */
export const column = (
  lines: readonly string[],
  { x = 72, y = 700, size = 11, pitch = 14 }: { x?: number; y?: number; size?: number; pitch?: number } = {},
): PlacedWords[] => lines.map((text, line) => ({ x, y: y - line * pitch, text, size }));

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

function draw({ x, y, text, size = 11, turn = 0 }: PlacedWords): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos].map(part => part.toFixed(6)).join(' ');
  return `BT /F ${size} Tf ${matrix} ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}

const FILLING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** The standard security handler with keys of 40 bits, as ISO 32000-1, 7.6.3 describes it. */
function lockOf({ owner, user }: { owner: string; user: string }, id: Buffer) {
  const filled = (password: string) => Buffer.concat([latin(password), FILLING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const ownerEntry = rc4(md5(filled(owner || user)).subarray(0, 5), filled(user));
  const allowed = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(filled(user), ownerEntry, allowed, id).subarray(0, 5);
  const userEntry = rc4(key, FILLING);
  return {
    entry: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}> >>`,
    encode: (object: number, bytes: Buffer): Buffer =>
      rc4(md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10), bytes),
  };
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + state[at]! + key[at % key.length]!) & 255;
    swap(at, other);
  }
  let [a, b] = [0, 0];
  return Buffer.from(
    bytes.map(byte => {
      a = (a + 1) & 255;
      b = (b + state[a]!) & 255;
      swap(a, b);
      return byte ^ state[(state[a]! + state[b]!) & 255]!;
    }),
  );
}
