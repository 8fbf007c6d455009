import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { readCitation } from '../../../shared/citations/read-citation.ts';
import type { Comparator } from '../../../shared/values/counts/count.ts';
import { readCount } from '../../../shared/values/counts/read-count.ts';
import { readDate } from '../../../shared/values/dates/read-date.ts';
import { readPerson } from '../../../shared/values/names/read-person.ts';

/** Claims that a person marked in the five seed texts, where they stand beside the checkout. */
const file = fileURLToPath(new URL('../../../../../shared/gold/claims.json', import.meta.url));

interface Marked {
  readonly type: string;
  readonly quote: string;
  readonly iso?: string;
  readonly year_inferred?: boolean;
  readonly value?: number;
  readonly comparator?: string;
  readonly unit?: string;
  readonly name?: string;
  readonly title?: string;
  readonly ref_name?: string;
  readonly url?: string;
}

/** The date that the words alone give: a year put in by the annotator is taken out again. */
function writtenDate(claim: Marked): string {
  const iso = claim.iso!.replace(/^--/, 'XXXX-');
  return claim.year_inferred ? iso.replace(/\d{4}(?=-)/g, 'XXXX') : iso;
}

const SIGNS: Readonly<Record<string, Comparator>> = { '>': 'more-than', '>=': 'at-least', '=': 'exactly' };

describe('what a careful reader found in the seed texts', () => {
  let claims: readonly Marked[];

  before(function () {
    if (!existsSync(file)) this.skip();
    const read = JSON.parse(readFileSync(file, 'utf8')) as readonly Marked[] | { claims: readonly Marked[] };
    claims = Array.isArray(read) ? read : (read as { claims: readonly Marked[] }).claims;
  });

  function share(type: string, floor: number, isRight: (claim: Marked) => boolean): void {
    const all = claims.filter(claim => claim.type === type);
    const wrong = all.filter(claim => !isRight(claim)).map(claim => claim.quote.slice(0, 80));
    const right = (all.length - wrong.length) / all.length;
    console.log(
      `      ${type}: ${all.length - wrong.length} of ${all.length}; not: ${wrong.join(' · ') || 'none'}`,
    );
    expect(right).to.be.at.least(floor);
  }

  it('is read alike: dates', () => {
    share('date', 0.9, claim => readDate(claim.quote, {})?.edtf === writtenDate(claim));
  });

  it('is read alike: counts with their comparators', () => {
    share('count', 0.85, claim => {
      const value = readCount(claim.quote, { language: 'en' });
      return value?.number === claim.value && value?.comparator === SIGNS[claim.comparator!];
    });
  });

  it('is read alike: units of counts', () => {
    share('count', 0.7, claim => {
      const unit = readCount(claim.quote, { language: 'en' })?.unit ?? '';
      return (
        unit !== '' && (unit.includes(claim.unit!) || claim.unit!.toLowerCase().includes(unit.toLowerCase()))
      );
    });
  });

  it('is read alike: people, whose whole name is kept', () => {
    for (const type of ['person', 'speaker', 'signatory']) {
      share(
        type,
        0.95,
        claim => readPerson(claim.quote, {})?.full === (claim.name ?? claim.quote.replace(/^Mr\. /, '')),
      );
    }
  });

  it('is read alike: citations with their names, titles and addresses', () => {
    share('citation', 0.9, claim => {
      const value = readCitation(claim.quote, {});
      const agrees = (expected: string | null | undefined, found: string | undefined) =>
        expected == null || expected.replace(/\s+/g, ' ').trim() === found;
      return (
        value !== undefined &&
        agrees(claim.ref_name, value.ref) &&
        agrees(claim.title, value.csl?.title) &&
        agrees(claim.url, value.csl?.URL)
      );
    });
  });
});
