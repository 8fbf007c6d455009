import { expect } from 'chai';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { newClaim } from '../../../shared/claims/new-claim.ts';
import { examine } from '../../../shared/conflict-rules/engine.ts';
import { mentionsOf } from '../../../shared/conflict-rules/mentions-of.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { uuid } from '../../server/storage/samples.ts';
import { nothingKnown, textOf } from './examined.ts';

const AT = '2026-05-07T10:42:00.000Z';

/** Words of a text that are claimed, as what, and what is cited for them. */
interface Claimed {
  readonly words: string;
  readonly type: string;
  readonly cites: readonly (Omit<Source, 'id'> & { readonly stance?: Evidence['stance'] })[];
}

interface Case {
  readonly of: string;
  readonly rule: string;
  readonly text: string;
  readonly claims: readonly Claimed[];
  /** Another document on the desk, which sources may name. */
  readonly other?: string;
  /** How often the rule speaks, and a pattern of what it says. */
  readonly found: 0 | RegExp;
}

const OTHER = uuid('d', 2);
const page = (csl: Partial<Source['csl']>): Omit<Source, 'id'> => ({
  csl: { type: 'webpage', ...csl } as Source['csl'],
});
const from = (document: string): Omit<Source, 'id'> => ({
  ...page({ title: 'Minutes' }),
  documentId: document,
});
const issued = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } }) as Partial<Source['csl']>;
const quoted = (words: string, other: string, found: Case['found'], of: string): Case => ({
  of,
  rule: 'quotation-missing',
  text: `She said: “${words}” and left.`,
  claims: [{ words: `“${words}”`, type: 'quotation', cites: [from(OTHER)] }],
  other,
  found,
});
const five = (
  csl: Partial<Source['csl']>,
  found: Case['found'],
  of: string,
  names = 'Ada Bo Cy Di Ed',
): Case => ({
  of,
  rule: 'one-origin',
  text: `Those who came: ${names.replaceAll(' ', ', ')}.`,
  claims: names.split(' ').map(words => ({ words, type: 'person', cites: [page(csl)] })),
  found,
});
const on = (
  csl: Partial<Source['csl']>,
  found: Case['found'],
  of: string,
  more: Partial<Claimed> = {},
): Case => ({
  of,
  rule: 'evidence-before-event',
  text: 'The forum met on 12 May 2024. Ada Byron spoke there.',
  claims: [{ words: '12 May 2024', type: 'date', cites: [page(csl)], ...more }],
  found,
});

const CASES: readonly Case[] = [
  quoted(
    'we shall not go',
    'Minutes. We shall not go, they said.',
    0,
    'words that stand in the document, in other case',
  ),
  quoted('we shall not go', 'Minutes. We shall go.', /does not stand in/, 'words that stand otherwise there'),
  quoted('we shall … go home', 'We shall, all of us, go home.', 0, 'words with something left out, in order'),
  quoted('go home … we shall', 'We shall, all of us, go home.', /does not stand/, 'parts in another order'),
  quoted('it’s “done” – now', 'He said it\'s "done" - now, and', 0, 'other quotation marks and dashes'),
  {
    ...quoted('we shall not go', '', 0, 'a source that is no document here'),
    claims: [{ words: '“we shall not go”', type: 'quotation', cites: [page({ title: 'A book' })] }],
  },
  on(issued(2024, 5, 11), /is of 2024-05-11, before 2024-05-12/, 'a source of the day before'),
  on(issued(2024, 5, 12), 0, 'a source of the same day'),
  on(issued(2024, 5), 0, 'a source of the same month, whose day nobody knows'),
  on(issued(2023), /is of 2023, before/, 'a source of the year before'),
  on({ title: 'On the forum' }, 0, 'a source without a date'),
  on({}, 0, 'evidence that contradicts', {
    cites: [{ ...page(issued(2024, 5, 1)), stance: 'contradicts' }],
  }),
  on({}, /announces/, 'an announcement as proof of who spoke', {
    words: 'Ada Byron',
    type: 'speaker',
    cites: [page({ title: 'The forum will take place in May' })],
  }),
  five(
    { URL: 'https://www.facebook.com/forum/posts/1', title: 'Post' },
    /^5 claims rest on “Post” alone/,
    'five claims on one post',
  ),
  five(
    { URL: 'https://www.facebook.com/forum/posts/1', title: 'Post' },
    0,
    'four claims on one post',
    'Ada Bo Cy Di',
  ),
  five({ URL: 'https://paper.example/story', title: 'Story' }, 0, 'five claims on a newspaper'),
];

function findingsOf({ text, other, claims, rule }: Case) {
  const checked = [textOf(text, 'en', uuid('d', 1)), ...(other ? [textOf(other, 'en', OTHER)] : [])];
  const sources = new Map<string, Source>();
  const evidence = new Map<string, Evidence[]>();
  const made = claims.map(({ words, type, cites }, i): Claim => {
    const start = text.indexOf(words);
    const ranges = [{ start, end: start + words.length }];
    const anchor = { documentId: uuid('d', 1), revision: uuid('r', 1), ranges, quote: quoteOf(text, ranges) };
    const value = claimType(type)!.normalise(words, { language: 'en' });
    const claim = newClaim(uuid('c', i + 1), type, anchor, { value, fields: {} }, { by: 'Ana', at: AT });
    evidence.set(
      claim.id,
      cites.map(({ stance = 'supports', ...source }, n) => {
        const known = [...sources.values()].find(
          one => JSON.stringify(one.csl) === JSON.stringify(source.csl),
        );
        const id = known?.id ?? uuid('s', sources.size + 1);
        sources.set(id, { id, ...source });
        return { id: uuid(`e${i}`, n + 1), sourceId: id, stance, by: 'Ana', at: AT };
      }),
    );
    return claim;
  });
  const findings = examine(checked, mentionsOf(made), { ...nothingKnown, sources, evidence });
  return findings.filter(finding => finding.rule === rule);
}

describe('evidence', () => {
  for (const row of CASES)
    it(`of ${row.rule}: ${row.of} ${row.found === 0 ? 'raises nothing' : 'is found'}`, () => {
      const findings = findingsOf(row);
      if (row.found === 0) expect(findings.map(({ message }) => message)).to.eql([]);
      else {
        expect(findings).to.have.length(1);
        expect(findings[0]!.message).to.match(row.found);
        expect(findings[0]!.grounds).not.to.eql([]);
      }
    });
});
