import { expect } from 'chai';
import fc from 'fast-check';
import { Examination, examine } from '../../../shared/conflict-rules/engine.ts';
import type { Finding } from '../../../shared/conflict-rules/finding.ts';
import type { Mention } from '../../../shared/conflict-rules/mention.ts';
import { mentionsOf, mentionsOfSuggestions } from '../../../shared/conflict-rules/mentions-of.ts';
import { conflictRules } from '../../../shared/conflict-rules/registry.ts';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { seedTexts } from '../../eval/seed-texts.ts';
import { nothingKnown, textOf } from './examined.ts';

const mentioned = (text: CheckedText): Mention[] => mentionsOfSuggestions(suggest(text));

function examinedAtOnce(texts: readonly CheckedText[], learned = nothingKnown): readonly Finding[] {
  return examine(texts, texts.flatMap(mentioned), learned);
}

const TEXTS = [
  textOf(
    'The Delta Forum was founded on 4 May 2010 by Katharine Ashdown. It has three members:\n\n- Harbour Union\n- Fishers Guild\n- Harbour Union\n',
    'en',
    'a',
  ),
  textOf(
    'Katherine Ashdown says the Delta Forum was founded on 7 May 2010. More than 90 parties belong to the Delta Forum.',
    'en',
    'b',
  ),
  textOf('The Delta Forum has over 20 parties. Its head is Katharina Ashdown.', 'en', 'c'),
  textOf('Форум «Дельта» основан 4 мая 2012 года. Председатель форума — Игорь Стрельников.', 'ru', 'd'),
];

const entity = (id: string, forms: readonly string[], distinctFrom: readonly string[] = []): Entity => ({
  id,
  kind: 'person',
  preferred: forms[0]!,
  variants: forms.slice(1).map((form, i) => ({ id: `${id} ${i}`, form })),
  distinctFrom: [...distinctFrom],
});

describe('an examination', () => {
  it('finds the same whatever the order of documents', () => {
    const expected = examinedAtOnce(TEXTS);
    expect(expected.length).to.be.greaterThan(4);
    fc.assert(
      fc.property(fc.shuffledSubarray(TEXTS, { minLength: TEXTS.length }), texts => {
        expect(examinedAtOnce(texts)).to.eql(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('finds the same however documents and mentions come and go', () => {
    const step = fc.record({
      document: fc.nat(TEXTS.length - 1),
      what: fc.constantFrom('set', 'drop', 'mention', 'run'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const examination = new Examination(nothingKnown);
        const here = new Map<string, CheckedText>();
        for (const { document, what } of steps) {
          const text = TEXTS[document]!;
          if (what === 'set') {
            examination.setDocument(text, mentioned(text));
            here.set(text.documentId, text);
          } else if (what === 'drop') {
            examination.removeDocument(text.documentId);
            here.delete(text.documentId);
          } else if (what === 'mention' && here.has(text.documentId)) {
            const [mention] = mentioned(text);
            examination.removeMention(mention!.id);
            examination.setMention(mention!);
          } else for (const _ of examination.examine()) break;
        }
        for (const _ of examination.examine());
        expect(examination.findings()).to.eql(examinedAtOnce([...here.values()]));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps findings as they are when an unrelated document comes', () => {
    const examination = new Examination(nothingKnown);
    for (const text of TEXTS.slice(0, 3)) examination.setDocument(text, mentioned(text));
    for (const _ of examination.examine());
    const before = examination.findings();
    const other = textOf(
      'Zitherkreis Lautenthal und Blasorchester Altenau spielten 1987 in Goslar.',
      'de',
      'z',
    );
    examination.setDocument(other, mentioned(other));
    for (const _ of examination.examine());
    const after = examination.findings();
    expect(after.filter(finding => before.includes(finding))).to.eql(before);
    expect(after).to.eql(before);
  });

  it('tells of words that stand in the text, for every finding in the seed texts', () => {
    const texts = seedTexts().map(({ checked }) => checked);
    const byId = new Map(texts.map(text => [text.documentId, text.text]));
    const findings = examine(texts, texts.flatMap(mentioned), nothingKnown, { rules: conflictRules });
    expect(findings.length).to.be.greaterThan(40);
    for (const { sides, rule, lost, repair } of findings) {
      for (const { documentId, start, end, quote } of [
        ...sides.flatMap(({ spans }) => spans),
        ...(lost ?? []),
      ]) {
        expect(end, rule).to.be.greaterThan(start);
        expect(byId.get(documentId)?.slice(start, end), rule).to.equal(quote);
      }
      for (const edit of repair?.edits ?? []) expect(edit.end, rule).to.be.at.least(edit.start);
    }
  });

  it('gives every finding a key of its own, without offsets', () => {
    const texts = seedTexts().map(({ checked }) => checked);
    const before = examine(texts, texts.flatMap(mentioned), nothingKnown);
    expect(new Set(before.map(({ key }) => key)).size).to.equal(before.length);
    const moved = texts.map(({ documentId, text, mediaType, context, title }) => {
      const language = context.language!;
      return new CheckedText({ documentId, text: `Preface.\n\n${text}`, mediaType, language, title: title! });
    });
    const after = examinedAtOnce(moved);
    const keys = new Set(after.map(({ key }) => key));
    const gone = before.filter(({ key }) => !keys.has(key)).map(({ key }) => key);
    expect(gone.length, gone.join('\n')).to.be.at.most(2);
  });

  it('is silent on names that people have accepted, and on those they have told apart', () => {
    const texts = TEXTS.slice(0, 2);
    const names = (learned = nothingKnown) =>
      examinedAtOnce(texts, learned).filter(({ rule }) => rule === 'name-variant');
    expect(names()).to.have.lengthOf(1);
    const one = entity('1', ['Katharine Ashdown', 'Katherine Ashdown']);
    expect(names({ ...nothingKnown, entities: [one] })).to.eql([]);
    const two = [entity('1', ['Katharine Ashdown'], ['2']), entity('2', ['Katherine Ashdown'], ['1'])];
    expect(names({ ...nothingKnown, entities: two })).to.eql([]);
  });

  it('takes over what is learned', () => {
    const examination = new Examination(nothingKnown);
    for (const text of TEXTS.slice(0, 2)) examination.setDocument(text, mentioned(text));
    for (const _ of examination.examine());
    const count = examination.findings().length;
    examination.learn({
      ...nothingKnown,
      entities: [entity('1', ['Katharine Ashdown', 'Katherine Ashdown'])],
    });
    for (const _ of examination.examine());
    expect(examination.findings()).to.have.lengthOf(count - 1);
  });

  it('can be left off and goes on where it was', () => {
    const examination = new Examination(nothingKnown);
    for (const text of TEXTS) examination.setDocument(text, mentioned(text));
    let steps = 0;
    while (![...take(examination.examine(), 3)].every(({ done, total }) => done === total)) steps++;
    expect(steps).to.be.greaterThan(3);
    for (const _ of examination.examine());
    expect(examination.findings()).to.eql(examinedAtOnce(TEXTS));
  });

  it('bears hostile texts', () => {
    const parts = [
      '(',
      '[[',
      '{{',
      '<ref name="',
      'A B ',
      'Ааа Ббб ',
      '1. ',
      '* ',
      '1 May 2010 ',
      ', ',
      '“',
      '\n',
      ' and ',
      'St. ',
      'over 15 parties ',
      'Leader',
    ];
    const texts = parts.map((part, i) =>
      textOf(part.repeat(Math.ceil(12_000 / part.length)), 'en', `hostile ${i}`),
    );
    for (const text of texts) expect(() => examinedAtOnce([text])).not.to.throw();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts, 'Katharine Ashdown ', 'was founded on ', '\u0000', '\ud800'), {
          maxLength: 60,
        }),
        pieces => {
          const text = textOf(pieces.join(''), 'en');
          for (const { sides } of examinedAtOnce([text]))
            for (const { start, end, quote } of sides.flatMap(({ spans }) => spans))
              expect(text.text.slice(start, end)).to.equal(quote);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes claims as mentions, their values read anew where they have none', () => {
    const claim = {
      id: '1',
      type: 'date',
      anchor: {
        documentId: 'a',
        revision: 'r',
        ranges: [{ start: 3, end: 13 }],
        quote: { exact: '4 May 2010', prefix: '', suffix: '' },
      },
      fields: {},
      workflow: 'open',
      tags: [],
      evidence: [],
      notes: [],
      settled: [],
      anchorState: 'intact',
      createdBy: 'Ines',
      createdAt: '2026-01-01T00:00:00Z',
    } as const;
    const mentions = mentionsOf([claim, { ...claim, id: '2', anchorState: 'deleted' }] as never);
    expect(mentions.map(({ id, value }) => [id, value.kind === 'date' && value.edtf])).to.eql([
      ['1', '2010-05-04'],
    ]);
  });
});

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    yield item;
    if (++taken >= count) return;
  }
}
