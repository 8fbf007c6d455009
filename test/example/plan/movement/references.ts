import { inside, mark, stretch } from '../marks.ts';
import type { Judgement, PlannedClaim, PlannedPlaces } from '../plan.ts';

const footnote = (
  nth: number,
  begin: string,
  end: string,
  proves: string,
  more: Judgement = {},
): PlannedClaim =>
  mark(
    'Citation',
    `footnote-${nth}`,
    stretch(begin, end),
    { 'What it should prove': proves },
    { workflow: 'Checked', ...more },
  );

/** A mark in the text that stands for a footnote: at one place, or at all of its places. */
const used = (nth: number, places: 'once' | 'often'): PlannedClaim | PlannedPlaces =>
  places === 'once'
    ? mark('Citation', `use-${nth}`, `[${nth}]`, {}, { workflow: 'Checked' })
    : { key: `use-${nth}`, everywhere: `[${nth}]`, type: 'Citation' };

const FOREST = 'The campaigns for the forests';

/** The fourteen footnotes, and where they are used. */
export const references: readonly (PlannedClaim | PlannedPlaces)[] = [
  footnote(1, '1. ^ a b c (in Russian)', '(«Новый регион», 9 марта 2011)', 'The merger and the branches', {
    tags: ['archived'],
  }),
  footnote(2, '2. ^ a b (in Russian)', '(«Каспаров.ру», 8 марта 2011)', 'The founding conference'),
  footnote(3, '3. ^ a b (in Russian)', '(«Деловой Петербург», 9 марта 2011)', 'The founding conference'),
  footnote(
    4,
    '4. ^ a b Russian socialists',
    'new left party',
    'The new section and the exchange with the Left Front',
    {
      workflow: 'Returned',
      note: 'A title and nothing else: no author, no place, no date, no address.',
    },
  ),
  footnote(5, '5. ^ a b c (in Russian)', '(Russian)', 'The manifesto', {
    tags: ['archived'],
    note: 'Says twice that it is in Russian.',
  }),
  footnote(6, '6. ^ (in Russian)', 'антикапиталистических левых»', 'The political statement', {
    workflow: 'Returned',
    note: 'No address: this copy has lost its links.',
  }),
  footnote(7, '7. ^ (in Russian)', '6 September 2011)', 'Actions in many cities', {
    workflow: 'Returned',
    tags: ['mark-up'],
    note: 'A bracket “[” that was once a link.',
  }),
  footnote(8, '8. ^ (in Russian)', '(Baltinfo, 24 June 2011)', 'Actions in many cities'),
  footnote(9, '9. ^ (in Russian)', '(Kommersant-Online, 27 July 2011)', FOREST),
  footnote(10, '10. ^ (in Russian)', '(Moskovskiye Novosti, 27 July 2011)', FOREST, { tags: ['archived'] }),
  footnote(11, '11. ^ (in Russian)', '(, 27 July 2011)', FOREST, {
    workflow: 'Returned',
    note: 'A comma, and no name before it: where was it printed?',
  }),
  footnote(12, '12. ^ (in Russian)', '13 — 16 October 2011)', FOREST, { tags: ['archived'] }),
  footnote(13, '13. ^ (in Russian)', '(Baltinfo, 11 August 2011)', FOREST),
  footnote(14, '14. ^ (in Russian)', '(, 3 October 2011)', FOREST, {
    workflow: 'Returned',
    note: 'The name of the newspaper is missing here as well.',
  }),
  mark(
    'Statement',
    'break-up',
    inside('The Defenders of Siverskiy Forest have decided', 'have decided'),
    { About: 'The camp in the forest' },
    { also: [{ words: 'break up ecological camp' }], workflow: 'Checked' },
  ),
  used(1, 'often'),
  used(2, 'often'),
  used(3, 'often'),
  used(4, 'often'),
  used(5, 'often'),
  ...[6, 7, 8, 9, 10, 11, 12, 13, 14].map(nth => used(nth, 'once')),
  mark(
    'Person',
    'shevchuk-author',
    'М. Шевчук',
    { Role: 'Author of the article in Деловой Петербург' },
    { workflow: 'Checked' },
  ),
  mark(
    'Person',
    'kozlov-author',
    'V. Kozlov',
    { Role: 'Author of the article in Moskovskiye Novosti' },
    { workflow: 'Checked' },
  ),
  mark('Person', 'pravin-author', 'L. Pravin', { Role: 'Author of an article' }, { workflow: 'Checked' }),
  mark(
    'Person',
    'virina-author',
    'D. Virina',
    { Role: 'Author of the article in Novaya Gazeta' },
    { workflow: 'Checked' },
  ),
];
