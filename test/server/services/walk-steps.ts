import fc from 'fast-check';
import type { Kind } from '../../../shared/model/objects.ts';

const plain = [
  'a',
  'Pérez',
  ' ',
  'e\u0301',
  '😀',
  '👩‍👩‍👧',
  'ﬁ',
  'שלום',
  'لوي',
  'Леира',
  '\u202e',
  '“',
  '<b>',
  '&amp;',
  '"',
  '\\',
];
/** Pieces of a text: astral, combined, right to left, line ends of every kind. */
const inText = [...plain, '\r\n', '\n', '\r', '\u0085', '\u2028', '\t', '\ufeff', '\u0000'];
/** What people can get into a field: halves of surrogate pairs too. */
const inField = [...plain, '\ud83d', '\ude00', '__proto__', '\n'];

const joined = (pieces: readonly string[], minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { minLength, maxLength }).map(parts => parts.join(''));
const words = joined(inField, 1, 6).map(text => `x${text}x`);
const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 3 });
const address = fc.constantFrom<string>('https://example.org/a?b=c#d', 'http://пример.рф/статья');
const nothing = fc.constant(undefined);
/** What stands deeper in a value; no desk takes a member named `__proto__`. */
const deep = fc.jsonValue({ maxDepth: 2 }).filter(value => !JSON.stringify(value).includes('"__proto__":'));

const document = fc.record({
  do: fc.constant('document'),
  text: joined(inText, 10, 60),
  title: words,
  bom: fc.boolean(),
  origin: fc.oneof(address, nothing),
});
const revision = fc.record({
  do: fc.constant('revision'),
  of: fc.nat(),
  text: joined(inText, 10, 60),
  bom: fc.boolean(),
});
const claim = fc.record({
  do: fc.constant('claim'),
  of: fc.nat(),
  spans,
  type: fc.constantFrom('person', 'date', 'count', 'statement'),
  value: fc.oneof(nothing, fc.record({ kind: fc.constant('text'), text: words, deep })),
  role: fc.oneof(words, nothing),
  tags: fc.uniqueArray(words, { maxLength: 2 }),
});
const set = fc.record({
  do: fc.constant('set'),
  of: fc.nat(),
  values: fc.constantFrom<Record<string, unknown>>(
    { workflow: 'checked' },
    { verdict: 'imprecise', workflow: 'signed-off' },
    { verdict: null },
    { 'fields.role': 'chair' },
    { 'fields.role': null },
    { anchorState: 'edited' },
  ),
  why: fc.oneof(words, nothing),
});
const note = fc.record({ do: fc.constant('note'), of: fc.nat(), text: words, reply: fc.boolean() });
const tag = fc.record({ do: fc.constant('tag'), of: fc.nat(), text: words });
const evidence = fc.record({
  do: fc.constant('evidence'),
  of: fc.nat(),
  source: fc.nat(),
  passage: fc.oneof(fc.record({ of: fc.nat(), spans }), nothing),
  more: fc.record(
    {
      fit: fc.constantFrom('states', 'silent'),
      quote: words,
      locator: words,
      accessed: fc.constant('2026-04-28'),
      archived: fc.record({ url: address }),
      note: words,
    },
    { requiredKeys: [] },
  ),
  attached: fc.array(words, { maxLength: 2 }),
});
const drop = fc.record({
  do: fc.constant('drop'),
  of: fc.nat(),
  list: fc.constantFrom('notes', 'tags', 'evidence'),
});
const source = fc.record({
  do: fc.constant('source'),
  title: words,
  url: fc.oneof(address, nothing),
  of: fc.oneof(fc.nat(), nothing),
});
const entity = fc.record({
  do: fc.constant('entity'),
  kind: fc.constantFrom('person', 'organization', 'place'),
  name: words,
  of: fc.nat(),
});
const conflict = fc.record({ do: fc.constant('conflict'), a: fc.nat(), b: fc.nat(), title: words });
const decide = fc.record({
  do: fc.constant('decide'),
  of: fc.nat(),
  reason: words,
  preferred: fc.oneof(words, nothing),
  reopen: fc.boolean(),
});
const refuse = fc.record({ do: fc.constant('refuse'), of: fc.oneof(fc.nat(), nothing), words });
const remove = fc.record({
  do: fc.constant('remove'),
  kind: fc.constantFrom<Kind>('claim', 'document', 'source', 'entity', 'conflict', 'refusal'),
  of: fc.nat(),
  why: fc.oneof(words, nothing),
});
const restore = fc.record({
  do: fc.constant('restore'),
  kind: fc.constantFrom<Kind>('claim', 'document', 'source'),
  of: fc.nat(),
});

const step = fc.oneof(
  { weight: 2, arbitrary: document },
  { weight: 1, arbitrary: revision },
  { weight: 10, arbitrary: claim },
  { weight: 4, arbitrary: set },
  { weight: 4, arbitrary: note },
  { weight: 2, arbitrary: tag },
  { weight: 6, arbitrary: evidence },
  { weight: 2, arbitrary: drop },
  { weight: 2, arbitrary: source },
  { weight: 3, arbitrary: entity },
  { weight: 3, arbitrary: conflict },
  { weight: 3, arbitrary: decide },
  { weight: 2, arbitrary: refuse },
  { weight: 2, arbitrary: remove },
  { weight: 1, arbitrary: restore },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Some things that people might do on a desk, one after the other; there is a text with claims to begin with. */
export const walks: fc.Arbitrary<Step[]> = fc
  .tuple(document, claim, claim, source, fc.array(step, { minLength: 5, maxLength: 40 }))
  .map(([text, one, other, cited, rest]) => [text, one, other, cited, ...rest]);
