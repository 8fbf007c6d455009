import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { describeWithType, describe as sayClaim } from '../../../shared/claim-types/describe.ts';
import { claimType, claimTypes, isKindOf } from '../../../shared/claim-types/registry.ts';
import { Value } from '../../../shared/values/value.ts';

const folder = fileURLToPath(new URL('../../../../shared/claim-types/', import.meta.url));

describe('the registry of claim types', () => {
  it('holds every type that has a file', () => {
    const files = readdirSync(folder).filter(file =>
      readFileSync(`${folder}${file}`, 'utf8').includes(': ClaimType = claimTypeOf('),
    );
    expect(files.map(file => file.replace('.ts', ''))).to.have.members(claimTypes.map(type => type.id));
  });

  it('gives the nine commonest types a digit each', () => {
    const digits = claimTypes.flatMap(type => (type.digit ? [`${type.digit} ${type.id}`] : [])).sort();
    expect(digits).to.deep.equal([
      '1 member',
      '2 list',
      '3 speaker',
      '4 person',
      '5 organization',
      '6 date',
      '7 count',
      '8 quotation',
      '9 place',
    ]);
  });

  it('knows kinds: a speaker is a person, a member an organization', () => {
    expect(isKindOf('speaker', 'person')).to.equal(true);
    expect(isKindOf('signatory', 'person')).to.equal(true);
    expect(isKindOf('member', 'organization')).to.equal(true);
    expect(isKindOf('person', 'speaker')).to.equal(false);
    for (const type of claimTypes) if (type.parent) expect(claimType(type.parent)).not.to.equal(undefined);
  });

  it('names every field once, in a form that a claim can store', () => {
    for (const { fields, id } of claimTypes) {
      const names = fields.map(field => field.name);
      expect(new Set(names).size, id).to.equal(names.length);
      for (const name of names) expect(name).to.match(/^[a-z][A-Za-z0-9]{0,39}$/);
      for (const field of fields) expect(field.options !== undefined).to.equal(field.kind === 'choice');
    }
  });
});

describe('one keystroke', () => {
  const cases: readonly (readonly [type: string, quote: string, said: string])[] = [
    ['member', '{{flagicon|Russia}} [[A Just Russia]]<ref name="x"/>', 'Member: A Just Russia'],
    ['speaker', '[[Booker Omole|Booker Ngesa Omole]]', 'Speaker: Booker Ngesa Omole'],
    ['signatory', 'Boris Kagarlitsky (Rabkor)', 'Signatory: Boris Kagarlitsky (Rabkor)'],
    ['date', '{{start date and age|2026|4|27}}', 'Date: 27 April 2026'],
    ['date', '06-01-2026', 'Date: 6 January 2026 or 1 June 2026'],
    ['count', 'over 15 member organisations', 'Count: > 15 member organisations'],
    ['list', 'France, Germany and Spain', 'List: France; Germany; Spain'],
    ['quotation', '“so it is”', 'Quotation: “so it is”'],
    ['place', 'Moscow, Russia', 'Place: Moscow (Russia)'],
    [
      'citation',
      '<ref>{{cite web|title=T|website=W|date=2026-03-15}}</ref>',
      'Citation: T (W, 15 March 2026)',
    ],
    ['citation', '[2]', 'Citation: Reference 2'],
    ['statement', "It '''is''' so.", 'Statement: It is so.'],
    ['date', 'soon', 'Date: soon'],
  ];
  for (const [type, quote, said] of cases) {
    it(`makes “${quote}” a ${type} that says “${said}”`, () => {
      const value = claimType(type)!.normalise(quote, {});
      expect(Value.safeParse(value).success).to.equal(true);
      expect(describeWithType({ type, value, anchor: { quote: { exact: quote } } }, 'en-GB')).to.equal(said);
    });
  }

  it('also fills the fields that the words give', () => {
    expect(claimType('member')!.fieldsFrom!('{{flagicon|Spain}} [[X]]', {})).to.deep.equal({
      country: 'Spain',
    });
    expect(claimType('signatory')!.fieldsFrom!('Evgeny Stupin (CPRF)', {})).to.deep.equal({
      affiliation: 'CPRF',
    });
    expect(claimType('speaker')!.fieldsFrom!('Liu Xu', {})).to.deep.equal({});
  });

  it('leaves a claim without a value its own words', () => {
    expect(sayClaim({ type: 'person', anchor: { quote: { exact: 'Liu\n Xu' } } }, 'en')).to.equal('Liu Xu');
  });
});

describe('checking a claim', () => {
  const problems = (type: string, value: unknown, fields = {}) =>
    claimType(type)!
      .check(value, fields)
      .map(problem => `${problem.weight} ${problem.path}: ${problem.says}`);

  it('finds nothing where all is well', () => {
    const value = claimType('date')!.normalise('27 April 2026', {});
    expect(problems('date', value, { event: 'founding', precision: 'exact' })).to.deep.equal([]);
  });

  it('doubts what words leave open, and says how to mend it', () => {
    const value = claimType('date')!.normalise('06-01-2026', {});
    expect(claimType('date')!.check(value, {})).to.deep.equal([
      {
        path: 'value.edtf',
        weight: 'doubt',
        rule: 'several-dates',
        given: { text: '06-01-2026', edtf: '[2026-01-06,2026-06-01]' },
        says: '“06-01-2026” can be 6 January 2026 or 1 June 2026.',
        mend: 'Choose one of them.',
      },
    ]);
    expect(problems('date', claimType('date')!.normalise('August 30', {}))).to.deep.equal([
      'doubt value.edtf: No year is written.',
    ]);
    expect(problems('person', claimType('person')!.normalise('Liu Xu', {}))).to.deep.equal([
      'doubt value.family: “Liu” was taken for the family name.',
    ]);
  });

  it('doubts words that were not read as the type’s kind', () => {
    expect(problems('date', claimType('date')!.normalise('soon', {}))).to.deep.equal([
      'doubt value: The words were not read as a date.',
    ]);
  });

  it('faults values that are none, and fields that do not hold what they should', () => {
    const broken = { kind: 'count', number: 3, upper: 2, comparator: 'between', text: '' };
    expect(problems('count', broken, { date: 'whenever' })).to.deep.equal([
      'fault value.upper: the upper number must not be below the lower one',
      'fault fields.date: “whenever” is not a date.',
    ]);
    const cited = claimType('citation')!.normalise('[2]', {});
    expect(problems('citation', cited, { url: 'javascript:alert(1)' })).to.deep.equal([
      'fault fields.url: Addresses of the kind “javascript:” are not opened.',
    ]);
    const dated = claimType('date')!.normalise('2011', {});
    expect(problems('date', dated, { precision: 'vague' })).to.deep.equal([
      'fault fields.precision: “vague” is not offered.',
    ]);
  });
});
