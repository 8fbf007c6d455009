import {
  type Extracted,
  type ExtractOpened,
  type Extractor,
  type OriginalFile,
  Unextractable,
} from '../../../server/extracting/extractor.ts';
import { remark } from '../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../shared/model/derivation.ts';

/** What a file of the kind that is only tested with asks of its extractor, in its first line. */
export const deeds = [
  'read',
  'loop',
  'wait',
  'hoard',
  'swell',
  'refuse',
  'break',
  'blunder',
  'blank',
  'exit',
  'tell',
] as const;
export type Deed = (typeof deeds)[number];

/** A file whose extractor does as it is told; what follows the first line is its text. */
export const fileThat = (deed: Deed, words = 'Forty delegates came.'): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`TRYING ${deed}\n${words}`);

/** How many files were opened in this process. */
let openings = 0;

async function open(file: OriginalFile): Promise<ExtractOpened> {
  const opening = ++openings;
  return options => read(file, options, opening);
}

/** Reads files that say what it shall do. */
const trying: Extractor = {
  id: 'trying',
  version: '1',
  label: 'a file to try with',
  mediaType: 'application/x-trying',
  endings: ['trying'],
  reads: 'bytes',
  recognises: beginning => Buffer.from(beginning.subarray(0, 7)).toString('latin1') === 'TRYING ',
  open,
  extract: async (file, options) => (await open(file))(options),
};

async function read(
  { bytes }: OriginalFile,
  options: ExtractionOptions,
  opening: number,
): Promise<Extracted> {
  const file = Buffer.from(bytes).toString('utf8');
  const [, deed] = /^TRYING (\w+)\n/.exec(file) ?? [];
  const all = file.slice(file.indexOf('\n') + 1);
  const parts = all.split('\n\n');
  const words = typeof options.part === 'number' ? parts[options.part] : all;
  if (words === undefined) throw new Unextractable('There is no such part.');
  const held: unknown[] = [];
  switch (deed as Deed) {
    case 'loop':
      for (;;) held[0] = Math.random();
    case 'wait':
      return new Promise(() => undefined);
    case 'hoard':
      for (let size = 1_000_000; ; size *= 2) held.push(new Array(size).fill(0.5));
    case 'swell':
      for (;;) held.push(new Uint8Array(50_000_000).fill(1));
    case 'refuse':
      throw new Unextractable('This file is encrypted.');
    case 'break':
      throw new TypeError('held is not a function');
    case 'exit':
      return process.exit(3);
    default:
      break;
  }
  const text = deed === 'blank' ? ' \n' : deed === 'tell' ? `${opening} ${words}` : words;
  return {
    text,
    derivation: {
      version: 1,
      stretches: [
        {
          start: 0,
          end: text.length + (deed === 'blunder' ? 1 : 0),
          at: { part: 'words', from: Math.max(0, file.indexOf(text)) },
        },
      ],
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      inlines: [],
    },
    options: { loud: false, ...options },
    choices: [
      { name: 'loud', values: [{ value: false }, { value: true }] },
      ...(parts.length > 1
        ? [{ name: 'part', values: parts.map((label, value) => ({ value, label: label.slice(0, 20) })) }]
        : []),
    ],
    title: '  What  was said ',
    language: 'not a language',
    remarks: [remark('comments', { count: 2 })],
  };
}

export const extractors: readonly Extractor[] = [trying];
