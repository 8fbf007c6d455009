import fc from 'fast-check';

/** What is done to one part of a file: which part, what, and with which of the things that stand or could stand there. */
export interface Swap {
  readonly part: number;
  readonly deed: number;
  readonly other: number;
}

/** How a file is written in the end. */
export interface Writing {
  readonly encoding: number;
  /** Where its bytes end; nothing is cut off where it is 0. */
  readonly end: number;
}

export const swaps: fc.Arbitrary<Swap[]> = fc.array(
  fc.record({ part: fc.nat(), deed: fc.nat(), other: fc.nat() }),
  { minLength: 1, maxLength: 6 },
);

export const writings: fc.Arbitrary<Writing> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ encoding: 0, end: 0 }) },
  { weight: 2, arbitrary: fc.record({ encoding: fc.nat(20), end: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ encoding: fc.nat(20), end: fc.nat() }) },
);

/** Stands around what is written into JSON as it is, since no value says it. */
const RAW = '\u0001raw:';

const nest = (depth: number): unknown => {
  let made: unknown = 'Ana';
  for (let i = 0; i < depth; i++) made = i % 2 === 0 ? [made] : { selector: made, refinedBy: made };
  return made;
};

/** Values that mean something else where they come to stand. */
const ODD: readonly unknown[] = [
  ...[null, true, false, '', [], {}, [[]], [null], { '': null }],
  ...[-1, -0, 0, 0.5, 3, 18, 27, 28, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, 5e-324],
  ...['0', '-1', '1e3', ' 3 ', '0x10', '18', 'NaN', 'Infinity', 'null', 'undefined', '٣'],
  ...['NaN', '-Infinity', '1e999', '-1e999', '00', '1.', '"\\ud800"', '"\\udc00\\ud800"'].map(
    one => RAW + one,
  ),
  ...['\u0000', 'a\u0000b', '\ufeffAna', '\u2028', '\r', '\r\n', '\n', '\t', '\u202eAna', 'A\u0301na', '😀'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '#', '#char=0,3', '#char=9,0'],
  ...[
    'urn:uuid:0198a1b2-0000-7000-8000-000000000001',
    'ana.txt',
    'ANA.TXT',
    '../ana.txt',
    'file:///etc/passwd',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,<b>',
    'http://[::',
    'https://example.org/\ud800',
    '//example.org',
  ],
  ...['9999-99-99', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '2026-02-30T25:61:00Z', '0000'],
  ...['Ana', 'Luis Pérez', 'luis  perez', 'Luis Pe\u0301rez', '“Ana”', 'nobody', ' ', '\u00a0', '\u200b'],
  ...[nest(30), nest(13), 'a'.repeat(5000), 'Ana '.repeat(2000), Array.from({ length: 300 }, () => 'Ana')],
  ...[
    { type: 'TextQuoteSelector', exact: 'Ana' },
    { type: 'TextPositionSelector', start: 3, end: 0 },
  ],
  ...[{ id: 'urn:b', type: 'Annotation' }, { '@id': 'urn:b' }, { '@value': 'so' }, { '%ID': 1 }],
  JSON.parse('{"then":"Ana"}'),
];

interface Part {
  readonly owner: Record<string, unknown> | unknown[];
  readonly name: string;
}

function partsOf(json: unknown): Part[] {
  const parts: Part[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object' || parts.length > 20_000) return;
    for (const name of Object.keys(node)) {
      parts.push({ owner: node as Part['owner'], name });
      visit((node as Record<string, unknown>)[name]);
    }
  };
  visit(json);
  return parts;
}

/** What is long is not doubled again and again. */
const copy = (value: unknown): unknown =>
  value === undefined || JSON.stringify(value).length > 20_000 ? null : structuredClone(value);
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;

/** Numbers and words that are almost what they were. */
function nudged(value: unknown, n: number): unknown {
  if (typeof value === 'number')
    return pick([value + 1, value - 1, -value, value * 1000, value + 0.5, String(value), [value]], n);
  if (typeof value === 'string')
    return pick(
      [
        ...[value.slice(0, -1), value.slice(1), `${value}${value}`, value.toUpperCase(), `\ufeff${value}`],
        ...[value.replaceAll(' ', '\r\n'), value.normalize('NFD'), [value], { value }, `${value}\ud83d`],
        value.slice(0, value.length >> 1),
      ],
      n,
    );
  if (Array.isArray(value))
    return pick(
      [value.toReversed(), value.slice(1), [...value, ...value], [value], value[0], { ...value }],
      n,
    );
  return pick([[value], null, String(value), [value, value]], n);
}

function swapIn(json: unknown, { part, deed, other }: Swap): void {
  const parts = partsOf(json);
  if (parts.length === 0) return;
  const { owner, name } = pick(parts, part);
  const held = owner as Record<string, unknown>;
  const elsewhere = pick(parts, other);
  const given = (elsewhere.owner as Record<string, unknown>)[elsewhere.name];
  switch (deed % 8) {
    case 0:
    case 1:
      held[name] = copy(pick(ODD, other));
      break;
    case 2:
      if (Array.isArray(owner)) owner.splice(Number(name), 1);
      else delete held[name];
      break;
    // What stands in one place stands in another too: ids come twice, and things name one another in rings.
    case 3:
      held[name] = copy(given);
      break;
    case 4:
      held[name] = nudged(held[name], other);
      break;
    case 5:
      if (Array.isArray(owner)) owner.splice(Number(name), 0, copy(held[name]), copy(given));
      else held[elsewhere.name] = held[name];
      break;
    case 6:
      Object.defineProperty(held, pick(['__proto__', 'id', 'type', '@type', 'start', 'value', ''], other), {
        value: copy(held[name]),
        ...{ configurable: true, enumerable: true, writable: true },
      });
      break;
    default:
      (elsewhere.owner as Record<string, unknown>)[elsewhere.name] = copy(held[name]);
      held[name] = copy(given);
  }
}

/** JSON in which what is said to stand raw does, and some members come twice. */
function writtenJson(json: unknown): string {
  const text = JSON.stringify(json) ?? 'null';
  return text.replace(
    /"\\u0001raw:((?:[^"\\]|\\.)*)"/g,
    (_all, raw: string) => JSON.parse(`"${raw}"`) as string,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Cells of a line: what stands between tabs, commas, blanks, semicolons, bars and colons. */
const CELLS = /([\t, ;|:"=[\]#*]+)/;

function swapInLines(text: string, swap: Swap): string {
  const lines = text.split('\n');
  const at = swap.part % lines.length;
  const line = lines[at]!;
  const elsewhere = pick(lines, swap.other);
  const cells = line.split(CELLS);
  const cell = (swap.part >>> 3) % cells.length;
  const odd = (value: unknown): string =>
    typeof value === 'string' ? value.replace(RAW, '') : JSON.stringify(value ?? '');
  switch (swap.deed % 9) {
    case 0:
    case 1:
      cells[cell] = odd(pick(ODD, swap.other));
      break;
    case 2:
      cells.splice(cell, 1 + (swap.other % 3));
      break;
    case 3:
      cells[cell] = pick(elsewhere.split(CELLS), swap.other >>> 3);
      break;
    case 4:
      cells[cell] = odd(nudged(/^\d+$/.test(cells[cell]!) ? Number(cells[cell]) : cells[cell], swap.other));
      break;
    case 5:
      lines.splice(swap.other % lines.length, 0, line);
      return lines.join('\n');
    case 6:
      lines.splice(at, 1);
      return lines.join('\n');
    case 7:
      lines[at] = elsewhere;
      lines[lines.indexOf(elsewhere)] = line;
      return lines.join('\n');
    default:
      cells.splice(cell, 0, ...elsewhere.split(CELLS).slice(0, 4));
  }
  lines[at] = cells.join('');
  return lines.join('\n');
}

/** @returns a file in which parts are swapped for others, left out or doubled, but which is still of its form. */
export function swapped(text: string, swaps: readonly Swap[]): string {
  if (isJson(text)) {
    const holder = { whole: JSON.parse(text) as unknown };
    for (const swap of swaps) swapIn(holder.whole, swap);
    return writtenJson(holder.whole);
  }
  const lines = text.split('\n');
  if (lines.every(line => line.trim() === '' || (line.startsWith('{') && isJson(line)))) {
    const records = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as unknown);
    for (const swap of swaps) swapIn(records, swap);
    return records.map(writtenJson).join('\n');
  }
  return swaps.reduce(swapInLines, text);
}

const MARK = '\ufeff';

/** @returns a text as bytes: mostly in UTF-8, else in something that is taken for it or says what it is. */
export function writtenAs(text: string, { encoding, end }: Writing): Uint8Array {
  const utf16 = () => Buffer.from(MARK + text, 'utf16le');
  const ways: readonly (() => Buffer)[] = [
    () => Buffer.from(MARK + text),
    () => Buffer.from(MARK + MARK + text),
    utf16,
    () =>
      utf16()
        .subarray(0, utf16().length & ~1)
        .swap16(),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(text.replaceAll('\n', '\r\n')),
    () => Buffer.from(text.replaceAll('\n', '\r')),
    () => Buffer.from(`${text}\0`),
    () => Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0x80])]),
    () => Buffer.concat([Buffer.from(text), Buffer.from([0xc0, 0xaf])]),
    () => Buffer.from(` \n${text}\n \n`),
  ];
  const bytes = (ways[encoding - 1] ?? (() => Buffer.from(text)))();
  return new Uint8Array(end === 0 ? bytes : bytes.subarray(0, end % (bytes.length + 1)));
}
