import { expect } from 'chai';
import fc from 'fast-check';
import type { ForeignPiece, LongFile } from '../../../shared/formats/foreign.ts';
import { formatWith } from '../../../shared/formats/registry.ts';

const inPieces = (name: string, text: string, size: number): LongFile => ({
  name,
  async *text() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  },
  whole: async () => text,
});

/** What is read of a file that comes in pieces of so many units; where it is refused, in which way. */
async function streamed(format: string, name: string, text: string, size: number): Promise<unknown> {
  const pieces: ForeignPiece[] = [];
  try {
    for await (const piece of formatWith(format)!.read!([inPieces(name, text, size)], {})) pieces.push(piece);
    return pieces;
  } catch (error) {
    return (error as Error).name;
  }
}

const atOnce = (format: string, name: string, text: string) =>
  streamed(format, name, text, Math.max(1, text.length));

const node = (id: string, target: unknown, body: unknown = []) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  ...{ id, type: 'Annotation', target, body },
});
const words = { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact: 'Luis' } };
const reply = { type: 'TextualBody', value: 'Which one?', purpose: 'replying' };

const SAMPLES: readonly (readonly [format: string, name: string, text: string])[] = [
  ['web-annotation', 'one.jsonld', JSON.stringify(node('a', words))],
  [
    'web-annotation',
    'list.jsonld',
    JSON.stringify([node('r', 'a', [reply]), node('a', words), node('b', [])]),
  ],
  [
    'web-annotation',
    'page.jsonld',
    JSON.stringify({
      ...{ type: 'AnnotationCollection', total: 2 },
      first: { type: 'AnnotationPage', items: [node('a', words), node('r', 'a', [reply])] },
    }),
  ],
  ['web-annotation', 'empty.jsonld', '{"type":"AnnotationCollection","total":0}'],
  ['web-annotation', 'nothing.jsonld', '[]'],
  [
    'doccano',
    'all.jsonl',
    '{"text":"Luis spoke","label":[[0,4,"PER"]]}\n\n{"id":2,"text":"","label":[]}\r\n{"data":"x y","entities":[{"id":1,"start_offset":0,"end_offset":1,"label":"A"}],"relations":[{"from_id":1,"to_id":1,"type":"is"}]}',
  ],
  ['doccano', 'list.json', '[{"text":"Luis","labels":[[0,4,"PER"],"whole"]},{"text":"b"}]'],
  ['doccano', 'pretty.json', '{\n  "text": "Luis",\n  "label": [[0, 4, "PER"]]\n}'],
  ['doccano', 'bad.jsonl', '{"text":"a","label":[]}\n{"text":'],
  [
    'csv',
    'a.csv',
    '\ufeffquote;type;note\r\n"Luis; ""the"" man\r\nand more";person;a"b\r\n\r\nAna;;\r\n;;none',
  ],
  ['csv', 'b.tsv', 'words\ttype\nLuis\tperson\n"Ana\nMaria"\t\n'],
  ['csv', 'c.csv', 'words,start,end\r"Luis",0,4\rAna,5,8'],
  ['csv', 'none.csv', 'a,b\n1,2'],
  ['csv', 'open.csv', 'words\n"Luis'],
];

describe('a long file of annotations', () => {
  for (const [format, name, text] of SAMPLES)
    it(`is read in pieces as it is at once (${format}, ${name})`, async () => {
      const expected = await atOnce(format, name, text);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: text.length + 1 }), async size => {
          expect(await streamed(format, name, text, size)).to.deep.equal(expected);
        }),
        { numRuns: 60 },
      );
    });

  it('is read in pieces as it is at once, however it is damaged', async () => {
    const damage = fc.tuple(
      fc.constantFrom(...SAMPLES),
      fc.nat(400),
      fc.constantFrom('', '"', '\n', ',', '{', ']'),
    );
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.integer({ min: 1, max: 40 }),
        async ([[format, name, text], at, put], size) => {
          const altered = text.slice(0, at) + put + text.slice(at + 1);
          expect(await streamed(format, name, altered, size)).to.deep.equal(
            await atOnce(format, name, altered),
          );
        },
      ),
      { numRuns: 600 },
    );
  });
});
