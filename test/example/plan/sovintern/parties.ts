import { from, mark, stretch } from '../marks.ts';
import type { Entry, PlannedClaim, PlannedList } from '../plan.ts';

/** The list that entries stand on, over all regions. */
const LIST = 'Sovintern: political parties';

const region = (key: string, heading: string, words: PlannedClaim, all: readonly Entry[]): PlannedList => ({
  list: {
    ...words,
    key,
    fields: {
      Heading: heading,
      'Items, one a line': all.map(entry => entry.words).join('\n'),
      'List of what': `Political parties: ${heading}`,
      'Whose list': 'Participants of the Sovintern',
    },
  },
  entries: { type: 'Member', fields: { List: LIST }, all, ...(all.length < 2 ? { oneByOne: true } : {}) },
});

const list = (key: string, words: string, to: string, more: Partial<PlannedClaim> = {}) =>
  mark('List', key, stretch(words, to), {}, { workflow: 'Checked', ...more });

/** The parties that have sent somebody, by regions. */
export const parties: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Statement',
    'participants',
    'Representatives from these groups have participated in the Sovintern',
    { About: 'The list that follows' },
    {
      workflow: 'Checked',
      verdict: 'Imprecise',
      note: 'Participated in what, the forum of April or the network since? Fifty entries follow: 29 parties and 21 others.',
    },
  ),
  region(
    'europe',
    'Europe',
    list('europe', "'''Europe:'''", '|Romanian Socialist Party]]<ref name=“Sovintern”/>'),
    [
      from('Russia', 'A Just Russia', { key: 'just-russia' }),
      from('North Macedonia', 'The Left', {
        within: '|The Left]]',
        key: 'the-left',
        note: 'The link leads to The Left (North Macedonia). The label is short, not wrong.',
      }),
      from('Moldova', 'Party of Socialists of the Republic of Moldova', { key: 'moldova-here' }),
      from('Serbia', 'New Communist Party of Yugoslavia'),
      from('Serbia', 'Movement of Socialists'),
      from('Spain', 'Green Left Party'),
      from('Spain', 'Sovereignty and Labor', {
        key: 'labor',
        workflow: 'Returned',
        tags: ['mark-up'],
        note: 'The reference after it is broken, and its title speaks of colonialism in Africa.',
      }),
      from('United Kingdom', 'Workers Party of Britain', {
        key: 'britain',
        tags: ['mark-up'],
        note: 'Stands inside the reference that is not closed before it: readers do not see this entry at all.',
      }),
      from('Italy', 'Communist Party of Popular Unity', { key: 'popular-unity' }),
      from('Switzerland', 'Communist Party', { within: '|Communist Party]]', key: 'swiss' }),
      from('Romania', 'Romanian Socialist Party', { within: '|Romanian Socialist Party]]' }),
    ],
  ),
  region(
    'north-america',
    'North America',
    list('north-america', "'''North America:'''", '|American Communist Party]]'),
    [
      from('United States; Canada', 'American Communist Party', {
        within: '|American Communist Party]]',
        note: 'Two flags for one party. Is it one party in both countries?',
      }),
    ],
  ),
  region(
    'south-america',
    'South America',
    list('south-america', "'''South America:'''", "|Tekojoja People's Party]]<ref name=“Sovintern”/>", {
      workflow: 'Returned',
      verdict: 'Imprecise',
    }),
    [
      from('Argentina', 'Authentic Socialist Party', {
        within: '|Authentic Socialist Party]]',
        key: 'authentic',
      }),
      from('Argentina', 'Communist Party of Argentina', { key: 'argentina' }),
      from('Argentina', 'Patria Grande Front'),
      from('Nicaragua', 'Sandinista National Liberation Front', { key: 'sandinista', tags: ['geography'] }),
      from('Bolivia', 'EVO Pueblo'),
      from('Chile', "Workers' Party of Chile (Marxist–Leninist)", {
        fields: { Name: "Workers' Party of Chile" },
      }),
      from('Honduras', "People's Power Movement", { key: 'honduras', tags: ['geography'] }),
      from('Paraguay', 'Frente Guasu Alliance', {
        key: 'guasu',
        tags: ['spelling'],
        note: 'Frente is Spanish for front: a Front and an Alliance. The link says Guasú Front.',
      }),
      from('Paraguay', "Tekojoja People's Party", {
        key: 'tekojoja',
        tags: ['spelling'],
        note: 'The link says Tekojoja People’s Movement.',
      }),
    ],
  ),
  region('africa', 'Africa', list('africa', "'''Africa:'''", '[[Polisario Front]]<ref name="SPS"/>'), [
    from('Morocco', 'Party of Progress and Socialism'),
    from('Tunisia', 'Tunisia Forward'),
    from('Democratic Republic of the Congo', 'Union of Democratic Socialists'),
    from('Kenya', 'Communist Party Marxist – Kenya', { key: 'kenya' }),
    from('Sahrawi Arab Democratic Republic', 'Polisario Front'),
  ]),
  region('asia', 'Asia', list('asia', "'''Asia:'''", 'People’s Democracy Party]]<ref name=“Sovintern”/>'), [
    from('Nepal', 'Nepali Communist Party', { key: 'nepal' }),
    from('Turkey', 'Patriotic Party', { within: '|Patriotic Party]]', key: 'patriotic', tags: ['spelling'] }),
    from('South Korea', 'People’s Democracy Party'),
  ]),
];
