import { crc32, deflateRawSync } from 'node:zlib';

/** Files that belong together, as somebody who means no good could make them. */
export interface HostileFile {
  /** What there is about it. */
  readonly has: string;
  readonly format: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

const DEEP = 100_000;
const BLANK = new Uint8Array(2 ** 17).fill(0x20);
const BLANKER = new Uint8Array(32 * 2 ** 20).fill(0x20);

/** @returns what `item` gives for each number up to `count` */
const times = <T>(count: number, item: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i));

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const nestedObject = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** An entry of a ZIP archive as it is written, be it true or not. */
interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the archive says of its size. */
  readonly says?: number;
  readonly isEncrypted?: boolean;
  /** Where its header stands, if not behind the one before it. */
  readonly at?: number;
}

/** Writes an archive that need not be right. */
export function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const packs = new Map<Uint8Array, Buffer>();
  for (const { name, bytes, says = bytes.length, isEncrypted = false, at } of entries) {
    const packed = packs.get(bytes) ?? deflateRawSync(bytes);
    packs.set(bytes, packed);
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says, 18);
    common.writeUInt16LE(named.length, 22);
    if (at === undefined) parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, named, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at ?? offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, tail, named);
    if (at === undefined) offset += 4 + common.length + named.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, index, end]));
}

const anno = (id: string, target: unknown, body: unknown = []) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  ...{ id, type: 'Annotation', target, body },
});
const onAna = { source: 'ana.txt', selector: { type: 'TextQuoteSelector', exact: 'Ana' } };
const json = (value: unknown): string => JSON.stringify(value);
const lettersOf = (count: number): string => 'a'.repeat(count);
const BRAT_SPAN = `T1\tPerson 0 3\tAna\n`;

function tsvOf(layers: readonly string[], rows: readonly string[]): string {
  return ['#FORMAT=WebAnno TSV 3.3', ...layers, '', '', ...rows, ''].join('\n');
}

const regionOf = (id: string, more: object = {}) => ({
  ...{ id, from_name: 'ner', to_name: 'text', type: 'labels' },
  value: { start: 0, end: 3, text: 'Ana', labels: ['Person'] },
  ...more,
});
const tasksOf = (result: readonly unknown[], data: object = { text: 'Ana met Luis.' }) =>
  json([{ data, annotations: [{ result }] }]);

const casOf = (structures: readonly unknown[]) =>
  json({
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: `Ana met Luis. ${lettersOf(10_000)}` },
      ...structures,
    ],
  });

const rowOf = (id: string, more: object = {}) => ({
  ...{ id, uri: 'ana.txt', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'Ana' }] }] },
  ...more,
});

/**
 * Files that would take for ever, or all memory, if they were read as they come. Each is small for what it asks.
 * @param scale 1 for files that only take long where they are read without thought, less for smaller ones
 */
export function hostileFiles(scale: number): HostileFile[] {
  const many = Math.ceil(100_000 * scale);
  const some = Math.ceil(20_000 * scale);
  const few = Math.ceil(2000 * scale);
  const layers = Math.ceil(90 * scale);
  return [
    ...[
      'web-annotation',
      'hypothesis',
      'recogito',
      'doccano',
      'label-studio',
      'uima-cas-json',
      'claim-review',
    ]
      .concat('variorum-json')
      .flatMap(format => [
        { has: 'brackets without end', format, name: 'a.json', content: nested(DEEP) },
        { has: 'braces without end', format, name: 'a.json', content: nestedObject(DEEP) },
        { has: 'nothing but brackets that open', format, name: 'a.json', content: '['.repeat(DEEP) },
        { has: 'nothing', format, name: 'a.json', content: '' },
        { has: 'null', format, name: 'a.json', content: 'null' },
        {
          has: 'a name that is every object’s',
          format,
          name: 'a.json',
          content: '{"__proto__":{"rows":[]}}',
        },
        { has: 'no text at all', format, name: 'a.json', content: new Uint8Array([0xff, 0xfe, 0, 1]) },
      ]),
    {
      has: 'replies to themselves',
      format: 'web-annotation',
      name: 'a.json',
      content: json([
        anno('urn:a', onAna),
        ...times(40, () => anno('urn:a', 'urn:a', { type: 'TextualBody', value: 'so' })),
      ]),
    },
    {
      has: 'replies in a ring',
      format: 'web-annotation',
      name: 'a.json',
      content: json([
        anno('urn:0', onAna),
        ...times(60, i => anno(`urn:${i}`, `urn:${(i + 1) % 60}`, { type: 'TextualBody', value: 'so' })),
        ...times(60, i => anno(`urn:${i}`, `urn:${(i + 7) % 60}`, { type: 'TextualBody', value: 'no' })),
      ]),
    },
    {
      has: 'very many replies',
      format: 'web-annotation',
      name: 'a.json',
      content: json([
        anno('urn:a', onAna),
        ...times(some, i => anno(`urn:r${i}`, 'urn:a', { type: 'TextualBody', value: 'so' })),
      ]),
    },
    {
      has: 'selectors nested without end',
      format: 'web-annotation',
      name: 'a.json',
      content: `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":{"source":"ana.txt","selector":${'{"type":"TextQuoteSelector","exact":"Ana","refinedBy":'.repeat(5000)}null${'}'.repeat(5000)}}}`,
    },
    {
      has: 'a body nested without end',
      format: 'web-annotation',
      name: 'a.json',
      content: `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":"ana.txt#char=0,3","body":${'{"items":['.repeat(5000)}1${']}'.repeat(5000)}}`,
    },
    {
      has: 'very many positions of one quote',
      format: 'web-annotation',
      name: 'a.json',
      content: json(
        anno('urn:a', {
          source: 'ana.txt',
          selector: [
            ...times(some, i => ({ type: 'TextPositionSelector', start: 0, end: 60_000 + (i % 100) })),
            ...times(layers, i => ({ type: 'TextQuoteSelector', exact: `Luis ${i}` })),
          ],
        }),
      ),
    },
    {
      has: 'very many replies',
      format: 'hypothesis',
      name: 'a.json',
      content: json({
        rows: [rowOf('a'), ...times(some, i => ({ id: `r${i}`, references: ['a'], text: 'so' }))],
      }),
    },
    {
      has: 'spans that are all related',
      format: 'doccano',
      name: 'a.jsonl',
      content: `${json({
        text: `Ana ${lettersOf(500_000)}`,
        entities: times(some, i => ({ id: i, start_offset: 0, end_offset: 500_000, label: 'P' })),
        relations: times(some, i => ({ from_id: i, to_id: (i + 1) % some, type: 'knows' })),
      })}\n`,
    },
    {
      has: 'a region that comes very many times, all related',
      format: 'label-studio',
      name: 'a.json',
      content: tasksOf([
        ...times(some, i => regionOf(`r${i}`)),
        ...times(some, i => ({ type: 'relation', from_id: `r${i}`, to_id: `r${i + 1}`, labels: ['knows'] })),
        ...times(some, () => regionOf('same', { type: 'textarea' })),
      ]),
    },
    {
      has: 'a task with very many texts',
      format: 'label-studio',
      name: 'a.json',
      content: tasksOf(
        times(few, i => regionOf(`r${i}`, { to_name: 'none' })),
        Object.fromEntries(times(few, i => [`text${i}`, `Ana ${i}`])),
      ),
    },
    {
      has: 'very many annotations, each about all others',
      format: 'uima-cas-json',
      name: 'a.json',
      content: casOf(
        times(many, i => ({
          '%ID': i + 2,
          '%TYPE': 'my.Mark',
          '@sofa': 9,
          begin: 0,
          end: 3,
          '@knows': i + 3,
        })),
      ),
    },
    {
      has: 'one claim in very many parts',
      format: 'uima-cas-json',
      name: 'a.json',
      content: casOf(
        times(some, i => ({
          ...{ '%ID': i + 2, '%TYPE': 'variorum.Claim', '@sofa': 1, begin: i % 9000, end: (i % 9000) + 1 },
          claim: 'one',
        })),
      ),
    },
    {
      has: 'spans that are all the same',
      format: 'brat',
      name: 'a.ann',
      content: `${times(many, i => `T${i}\tPerson 0 3\tAna\n`).join('')}*\tEquiv ${times(many, i => `T${i}`).join(' ')}\n`,
    },
    {
      has: 'very long words that all others name',
      format: 'brat',
      name: 'a.ann',
      content: `${BRAT_SPAN}T2\tPerson 0 2000000\t${lettersOf(2_000_000)}\n${times(some, i => `R${i}\tKnows Arg1:T1 Arg2:T2\n`).join('')}`,
    },
    {
      has: 'a span of very many pieces',
      format: 'brat',
      name: 'a.ann',
      content: `T1\tPerson ${times(many, i => `${2 * i} ${2 * i + 1}`).join(';')}\t${lettersOf(2 * many)}\n`,
    },
    {
      has: 'events that hang on one another in a ring',
      format: 'brat',
      name: 'a.ann',
      content: `${BRAT_SPAN}${times(some, i => `E${i}\tMeet:E${(i + 1) % some} Arg:E${i}\n`).join('')}`,
    },
    {
      has: 'numbers larger than any text',
      format: 'brat',
      name: 'a.ann',
      content: `T1\tPerson 0 ${'9'.repeat(400)}\tAna\nT2\tPerson ${'9'.repeat(15)} ${'9'.repeat(16)}\tAna\n`,
    },
    {
      has: 'sentences far from one another',
      format: 'webanno-tsv',
      name: 'a.tsv',
      content: tsvOf(
        ['#T_SP=my.Mark|value'],
        times(900, i => `#Text=Ana\n${i + 1}-1\t${i * 1_000_000}-${i * 1_000_000 + 3}\tAna\tPER`),
      ),
    },
    {
      has: 'layers with very many columns',
      format: 'webanno-tsv',
      name: 'a.tsv',
      content: tsvOf(
        [`#T_SP=my.Mark|${'value|'.repeat(many)}`],
        ['#Text=Ana', ...times(few, i => `1-${i + 1}\t0-3\tAna\tPER`)],
      ),
    },
    {
      has: 'very many layers on one token, each with very many annotations',
      format: 'webanno-tsv',
      name: 'a.tsv',
      content: tsvOf(
        times(layers, i => `#T_SP=my.Mark${i}|value`),
        ['#Text=Ana', `1-1\t0-3\tAna\t${times(layers, () => 'PER|'.repeat(few)).join('\t')}`],
      ),
    },
    {
      has: 'one annotation on very many tokens',
      format: 'webanno-tsv',
      name: 'a.tsv',
      content: tsvOf(
        ['#T_SP=my.Mark|value', '#T_RL=my.Link|kind|BT_my.Mark'],
        [
          `#Text=${'a '.repeat(many)}`,
          ...times(many, i => `1-${i + 1}\t${2 * i}-${2 * i + 1}\ta\tPER[1]\tknows\t1-${i + 2}[1_1]`),
        ],
      ),
    },
    {
      has: 'very many columns',
      format: 'csv',
      name: 'a.csv',
      content: `words,${times(many, i => `c${i}`).join(',')}\n${'Ana\n'.repeat(many)}`,
    },
    {
      has: 'a column with a very long name',
      format: 'csv',
      name: 'a.csv',
      content: `words,${lettersOf(1_000_000)}\n${'Ana,x\n'.repeat(some)}`,
    },
    {
      has: 'quotation marks that never end',
      format: 'csv',
      name: 'a.csv',
      content: `words,note\n${'Ana,"x\n'.repeat(some)}`,
    },
    {
      has: 'words that are in no text, in very many rows',
      format: 'csv',
      name: 'a.csv',
      content: `words\n${times(few, i => `${'a '.repeat(40)}${i}b\n`).join('')}`,
    },
    {
      has: 'more unpacked than is taken',
      format: 'brat',
      name: 'a.zip',
      content: zipOf(times(scale < 1 ? 2 : 8, i => ({ name: `${i}.ann`, bytes: BLANKER }))),
    },
    {
      has: 'less said than is unpacked',
      format: 'brat',
      name: 'a.zip',
      content: zipOf([{ name: 'a.ann', bytes: Buffer.from(BRAT_SPAN.repeat(1000)), says: 18 }]),
    },
    {
      has: 'more said than is unpacked',
      format: 'brat',
      name: 'a.zip',
      content: zipOf([{ name: 'a.ann', bytes: Buffer.from(BRAT_SPAN), says: 0xfffffff0 }]),
    },
    {
      has: 'one file under very many names',
      format: 'brat',
      name: 'a.zip',
      content: zipOf(
        times(Math.ceil(5000 * scale), i => ({
          name: `${i}.ann`,
          bytes: BLANK,
          ...(i === 0 ? {} : { at: 0 }),
        })),
      ),
    },
    {
      has: 'a password',
      format: 'brat',
      name: 'a.zip',
      content: zipOf([{ name: 'a.ann', bytes: Buffer.from(BRAT_SPAN), isEncrypted: true }]),
    },
    {
      has: 'an archive in an archive',
      format: 'brat',
      name: 'a.zip',
      content: zipOf([{ name: 'a.zip', bytes: zipOf([{ name: 'a.ann', bytes: Buffer.from(BRAT_SPAN) }]) }]),
    },
    {
      has: 'ways out of its folder',
      format: 'brat',
      name: 'a.zip',
      content: zipOf([{ name: '../../../etc/a.ann', bytes: Buffer.from(BRAT_SPAN) }]),
    },
    { has: 'nothing', format: 'brat', name: 'a.zip', content: zipOf([]) },
  ];
}
