import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import type { Detector, Proposal } from '../../../shared/detectors/detector.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import { Value } from '../../../shared/values/value.ts';

const checked = (text: string, mediaType: MediaType = 'text/plain', language = 'en') =>
  new CheckedText({ documentId: 'd', text, mediaType, language });

/** Proposes fixed stretches of a text. */
function fixed(id: string, ...spans: readonly [type: string, words: string][]): Detector {
  return {
    id,
    version: 1,
    types: spans.map(([type]) => type),
    *detect({ text }): Iterable<Proposal> {
      for (const [type, words] of spans)
        for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
          yield {
            type,
            ranges: [{ start, end: start + words.length }],
            value: { kind: 'text', text: words },
            fields: {},
            grounds: [],
            worth: 0.5,
          };
    },
  };
}
const told = (found: ReturnType<typeof suggest>) =>
  found.map(({ type, quote, detector }) => [detector, type, quote]);

describe('suggestions', () => {
  const text = checked('Ann Lee of the Alpha Party spoke.');

  it('hear the more special of two that propose the same words', () => {
    const found = suggest(text, {
      detectors: [fixed('a', ['person', 'Ann Lee']), fixed('b', ['speaker', 'Ann Lee'])],
    });
    expect(told(found)).to.deep.equal([['b', 'speaker', 'Ann Lee']]);
  });

  it('hear the earlier detector where both are of a type, and the longer of two that overlap', () => {
    const one = fixed('a', ['person', 'Ann Lee'], ['organization', 'Party']);
    const other = fixed('b', ['person', 'Ann Lee'], ['organization', 'Alpha Party']);
    expect(told(suggest(text, { detectors: [one, other] }))).to.deep.equal([
      ['a', 'person', 'Ann Lee'],
      ['b', 'organization', 'Alpha Party'],
    ]);
  });

  it('let citations and quotations hold others', () => {
    const found = suggest(text, {
      detectors: [fixed('a', ['quotation', 'Ann Lee of'], ['person', 'Ann Lee'])],
    });
    expect(found.map(({ type }) => type)).to.deep.equal(['quotation', 'person']);
  });

  it('leave out what claims of the same or a more special type cover', () => {
    const detector = fixed('a', ['person', 'Ann Lee'], ['organization', 'Alpha Party']);
    const covered = (type: string, start: number, end: number) =>
      suggest(text, { detectors: [detector], claims: [{ type, ranges: [{ start, end }] }] }).map(
        ({ quote }) => quote,
      );
    expect(covered('speaker', 0, 7)).to.deep.equal(['Alpha Party']);
    expect(covered('person', 4, 7)).to.deep.equal(['Alpha Party']);
    expect(covered('date', 0, 7)).to.deep.equal(['Ann Lee', 'Alpha Party']);
    expect(covered('member', 15, 26)).to.deep.equal(['Ann Lee']);
  });

  it('leave out what was refused, at that place alone', () => {
    const twice = checked('Ann Lee came first. Much later Ann Lee left.');
    const options = { detectors: [fixed('a', ['person', 'Ann Lee'])] };
    const [first, second] = suggest(twice, options);
    const rest = suggest(twice, { ...options, refusals: [first!] });
    expect(rest).to.deep.equal([second]);
    expect(rest[0]!.returned).to.equal(undefined);
  });

  it('come again when other words stand beside them, and say which', () => {
    const options = { detectors: [fixed('a', ['person', 'Ann Lee'])] };
    const [first] = suggest(checked('The ship Ann Lee sank.'), options);
    const refusals = [{ ...first!, reason: 'a ship' }];
    const [again] = suggest(checked('The writer Ann Lee wept.'), { ...options, refusals });
    expect(again!.returned).to.deep.equal({
      key: first!.key,
      was: 'the ship … sank',
      now: 'the writer … wept',
      reason: 'a ship',
    });
  });

  it('keep their keys when the text is edited elsewhere', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const run = fc.array(word, { minLength: 4, maxLength: 12 }).map(words => words.join(' '));
    fc.assert(
      fc.property(run, run, run, run, (before, after, edited, more) => {
        const options = { detectors: [fixed('a', ['person', 'Ann Lee'])] };
        const near = (far: string) => `${far} one two three Ann Lee four five six ${after}`;
        const [was] = suggest(checked(near(before)), options);
        const [now] = suggest(checked(`${near(edited)} ${more}`), options);
        expect(now!.key).to.equal(was!.key);
      }),
    );
  });

  it('tell equal ones apart by their order', () => {
    const options = { detectors: [fixed('a', ['person', 'Ann Lee'])] };
    const found = suggest(checked('a b c Ann Lee d e f. a b c Ann Lee d e f. a b c Ann Lee d e f'), options);
    expect(new Set(found.map(({ key }) => key)).size).to.equal(found.length);
  });
});

const seeds = new URL('../../../../seeds/', import.meta.url);
const pieces = readdirSync(seeds)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name => readFileSync(new URL(name, seeds), 'utf8').match(/[\s\S]{1,60}/g)!);
const kinds: readonly MediaType[] = ['text/plain', 'text/markdown', 'text/x-wiki'];

describe('all detectors, whatever the text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(some => some.join('')),
    fc
      .array(
        fc.constantFrom(
          '* ',
          '\n',
          '{{',
          '}}',
          '[[',
          ']]',
          '|',
          "'''",
          '<ref',
          '>',
          '(',
          ')',
          ', ',
          ' and ',
          'Ann',
          ' Lee',
          'Party',
          '1. ',
          '«',
          '»',
          ':',
          '–',
          'of ',
          '==',
          '#',
          '\ud83d',
          'Й',
          '́',
        ),
        {
          maxLength: 60,
        },
      )
      .map(some => some.join('')),
  );

  it('propose what stands in the text, with values and grounds, and the same again', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...kinds),
        fc.constantFrom('en', 'ru', 'fr', 'und'),
        (text, kind, language) => {
          const found = suggest(checked(text, kind, language));
          for (const { ranges, quote, value, type, worth, fields } of found) {
            expect(ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')).to.equal(quote);
            expect(Value.safeParse(value).success, JSON.stringify(value)).to.equal(true);
            expect(worth).to.be.within(0, 1);
            const known = claimType(type)!.fields.map(({ name }) => name);
            expect(known).to.include.members(Object.keys(fields));
          }
          expect(suggest(checked(text, kind, language))).to.deep.equal(found);
          expect(new Set(found.map(({ key }) => key)).size).to.equal(found.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
