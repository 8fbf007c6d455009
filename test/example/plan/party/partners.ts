import { entry, from, mark, stretch } from '../marks.ts';
import type { Entry, Judgement, PlannedClaim, PlannedList } from '../plan.ts';

/** A translation that comes back seven times. */
const socialist = {
  tags: ['spelling'],
  workflow: 'Returned',
  verdict: 'Imprecise',
} as const satisfies Judgement;

const parties: readonly Entry[] = [
  from('European Union', 'Party of European Socialists (PES)'),
  from(
    'European Union',
    'Group of the Progressive Alliance of Socialists and Democrats in the European Parliament (PASD)',
    { key: 'pasd', note: 'The second of two under number 1.' },
  ),
  from('Armenia', 'Armenian Revolutionary Federation-Dashnaktsutyun'),
  from('Belarus', 'Belarusian Party of the Left Fair World'),
  from('Belarus', 'Republican Party of Labor and Justice (Belorussia)', {
    tags: ['spelling'],
    note: 'Belorussia here, Belarusian in the line above.',
  }),
  from('Hungary', 'Hungarian Socialist Party'),
  from('Greece', 'Panhellenic Socialist Movement (PASOK)'),
  from('South Ossetia', 'Republican political Party "New Ossetia" (South Ossetia)'),
  from('Moldova', 'Democratic Party of Moldova', { key: 'moldova-democratic' }),
  from('Moldova', 'Socialist Democratic Party of Moldova', { key: 'moldova-social', ...socialist }),
  from('Georgia', 'Labor Party of Georgia'),
  from('Kyrgyzstan', 'Socialist Democratic Party of Kyrgyzstan', { key: 'kyrgyz-social', ...socialist }),
  from('Kyrgyzstan', 'Socialist Party Ata-Meken (Kyrgyzstan)'),
  from('Latvia', 'Socialist Democratic Party Harmony (Latvia)', { key: 'harmony', ...socialist }),
  from('Lithuania', 'Socialist Democratic Party of Lithuania', { key: 'lithuania-social', ...socialist }),
  from('Serbia', 'Serbian Radical Party', { key: 'radical', tags: ['wording'] }),
  from('Serbia', 'Socialist Party of Serbia'),
  from('Bulgaria', 'Bulgarian Socialist Party'),
  from('Bulgaria', 'Party Bulgarian Social Democrats'),
  from('Poland', 'Polish Democratic Left Alliance'),
  from('Czech Republic', 'Czech Social Democratic Party', { key: 'czech' }),
  from('Italy', 'Democratic Party of Italy'),
  from('Spain', 'Spanish Socialist Workers’ Party'),
  from('Germany', 'Socialist Democratic Party of Germany', { key: 'spd-list', ...socialist }),
  from('Germany', 'Left Party (Germany)'),
  from('Finland', 'Socialist Democratic Party of Finland', { key: 'finland-social', ...socialist }),
  from('Sweden', 'Socialist Democratic Party of Sweden', { key: 'sweden-social', ...socialist }),
  from('France', 'Socialist Party of France'),
  from('Vietnam', 'Communist Party of Vietnam'),
  from('China', 'Communist Party of China'),
  from('North Korea', 'Workers Party of Korea'),
  entry('International Conference of the Asian Political Parties (ICAPP)', {
    workflow: 'Checked',
    note: 'A conference of parties, counted as a party.',
  }),
  from('India', 'Indian National Congress'),
  from('Iraq', 'Democratic Party of Kurdistan, Iraq (DPK)', {
    workflow: 'Returned',
    tags: ['spelling'],
    note: 'Usually the Kurdistan Democratic Party, KDP. In this order it is easily taken for the party in Iran.',
  }),
  from('Palestine', 'Fatah (Palestine)'),
  from('Mexico', 'Institutional Revolutionary Party of Mexico'),
  from('Cuba', 'Communist Party of Cuba'),
  from('Brazil', 'Workers Party of Brazil'),
  from('Greece', 'Coalition of Radical Left (SYRIZA, Greece)'),
  from('Moldova', 'Party of Socialists of the Republic of Moldova', {
    key: 'moldova-partner',
  }),
  entry(
    'São Paulo Forum (a conference of leftist political parties and other organizations from Latin America and the Caribbean)',
    {
      key: 'sao-paulo',
      fields: { Name: 'São Paulo Forum' },
      note: 'A conference again, by its own brackets.',
    },
  ),
  entry('Farabundo Martí National Liberation Front', {
    note: 'The only party without a word on its country.',
  }),
];

const foundations: readonly Entry[] = [
  from('China', 'Institute of Social and Economic Development of Eurasia (China)'),
  from('China', 'China Center for Contemporary World Studies'),
  from('Sweden', 'International Center of Olof Palme (Sweden)', { key: 'palme-list', tags: ['spelling'] }),
  from('Germany', 'Friedrich Ebert Foundation (Germany)'),
  from('Germany', 'Rosa Luxemburg Foundation (Germany)'),
  from('Germany', 'Hanns Seidel Foundation (Germany)', { key: 'seidel', tags: ['wording'] }),
  from('Germany', 'Center for Russia and CIS affairs in German Council on Foreign Relations (Germany)'),
  from('France', 'Jean-Jaurès Foundation (France)'),
  from('Netherlands', 'Alfred Mozer Foundation (Netherlands)'),
  from('Finland', 'Kalevi Sorsa Foundation (Finland)'),
  from('European Union', 'Foundation for European Progressive Studies (European Union)'),
  from('European Union', 'European Forum for Democracy and Solidarity (European Union)'),
];

/** The lists of those the party is in touch with. */
export const partners: readonly (PlannedClaim | PlannedList)[] = [
  {
    list: mark(
      'List',
      'partners',
      stretch('1. The Party of European Socialists (PES)', 'Farabundo Martí National Liberation Front'),
      {
        Heading: 'Foreign partners',
        'Items, one a line': parties.map(({ words }) => words).join('\n'),
        'List of what': 'Foreign parties',
        'Whose list': 'A Just Russia',
      },
      {
        workflow: 'In review',
        note: '41 numbers, 42 bodies: number 1 holds two, and two of the 41 are conferences. What is ticked is number, name and country; that each is a partner is the party’s word.',
      },
    ),
    entries: { type: 'Member', fields: { List: 'Foreign partners of A Just Russia' }, all: parties },
  },
  {
    list: mark(
      'List',
      'foundations-list',
      stretch('1. The Institute of Social and Economic', 'Solidarity (European Union)'),
      {
        Heading: 'NCO (Non-Profit Organizations)',
        'Items, one a line': foundations.map(({ words }) => words).join('\n'),
        'List of what': 'Foreign non-profit organizations',
        'Whose list': 'A Just Russia',
      },
      { workflow: 'Checking', note: 'NPO in the sentence before the lists, NCO here.', tags: ['spelling'] },
    ),
    entries: {
      type: 'Member',
      fields: { List: 'Foreign partners of A Just Russia: non-profit organizations' },
      all: foundations,
    },
  },
  mark(
    'Date',
    'site',
    '2006-2018',
    { Event: 'Copyright of the site' },
    { workflow: 'Checked', note: 'The latest date on the page: the lists are no younger than 2018.' },
  ),
];
