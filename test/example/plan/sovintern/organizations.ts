import { entry, from, inside, mark, stretch } from '../marks.ts';
import type { Entry, PlannedClaim, PlannedList } from '../plan.ts';

const all: readonly Entry[] = [
  entry('World Anti-Imperialist Platform'),
  entry('Anti-Imperialist International of the Peoples'),
  from('Russia', 'Institute for African Studies of the Russian Academy of Sciences', {
    key: 'african-studies',
  }),
  from('Russia', 'TROPASS', { note: 'Capitals only. What is it, and what do the letters stand for?' }),
  from('Russia', 'Vashi Novosti'),
  from('Russia', 'Foreign Journalists for Russia'),
  from('Russia', 'Pamplona Russian Film Cycle', {
    workflow: 'Returned',
    note: 'A Russian flag for a festival in Pamplona; the association after it has the Spanish one.',
  }),
  from('Spain', 'Slavic Cultural Association of Pamplona'),
  from('Venezuela', 'Telesur', { key: 'telesur' }),
  from(
    'Russia; China',
    'Russian Institute of Eastern Europe and Central Asia at the School of International Studies',
    {
      workflow: 'Returned',
      note: 'Two flags and a name that looks put together. The school of which university? Look at the page.',
    },
  ),
  from('China', 'Institute of Regional Countries', {
    note: 'Hardly its name. Something is lost in translation.',
  }),
  from('Turkey', 'Struggle Unity'),
  from('Japan', 'Confederation of Lawyers of Asia and the Pacific'),
  from('Brazil', 'Spirit of Bandung Movement'),
  from('Chile', 'Sovereigntist Left Chile'),
  from('El Salvador', 'SIRAC Trade Union Association'),
  from('Argentina', 'Martín Fierro Movement'),
  from('Argentina', 'Our Homeland Movement'),
  from('Argentina', 'Priests in Support of the Poor'),
  from('Serbia', 'League of Communist Yugoslav Youth', { key: 'youth' }),
  from('Democratic Republic of the Congo', "Women's League of the UDS", {
    note: 'The UDS is the Union of Democratic Socialists above; the letters are explained nowhere.',
  }),
];

const earlier = (name: string, role: string): Entry => entry(name, { fields: { Role: role } });

/** Those who are no parties, and the internationals that the article points to. */
export const organizations: readonly (PlannedClaim | PlannedList)[] = [
  {
    list: mark(
      'List',
      'others',
      stretch(
        "* {{flagicon image|John_McConnell's_Flag_of_Earth_1970.svg}} World",
        "Women's League of the UDS",
      ),
      {
        Heading: 'Organizations and movements',
        'Items, one a line': all.map(({ words }) => words).join('\n'),
        'List of what': 'Organizations and movements',
        'Whose list': 'Participants of the Sovintern',
      },
      {
        workflow: 'Checked',
        note: '21 entries: institutes, news sites, a film festival, a trade union. None of them can be a member party.',
      },
    ),
    entries: { type: 'Member', fields: { List: 'Sovintern: organizations and movements' }, all },
  },
  {
    list: mark(
      'List',
      'earlier',
      stretch('*[[Communist International|Comintern]]', '(1998–present)'),
      {
        Heading: 'See also',
        'Items, one a line': 'Comintern\nCominform\nComecon\nSolidnet',
        'List of what': 'Other internationals',
      },
      { workflow: 'Checked' },
    ),
    entries: {
      oneByOne: true,
      type: 'Organization',
      all: [
        earlier('Comintern', 'International Marxist organization'),
        earlier('Cominform', 'Co-ordination of Marxist–Leninist and communist parties'),
        earlier('Comecon', 'Economic organization'),
        earlier('Solidnet', 'Co-ordination of communist and workers’ parties'),
      ],
    },
  },
  mark('Date', 'comintern', '1919–1943', { Event: 'The Communist International' }),
  mark('Date', 'cominform', '1947–1956', { Event: 'The Cominform' }),
  mark('Date', 'comecon', '1949–1991', { Event: 'The Comecon' }),
  mark(
    'Date',
    'solidnet',
    '1998–present',
    { Date: '1998/..', Event: 'The International Meeting of Communist and Workers’ Parties' },
    { note: 'Of the meetings, by the article that is linked.' },
  ),
  mark(
    'Organization',
    'socialist-international',
    inside('such as the [[Socialist International]]', 'Socialist International'),
    { Role: 'The existing organization outside which the Sovintern stands' },
    { workflow: 'Checked' },
  ),
];
