import { cites, entry, inside, mark, stretch } from '../marks.ts';
import type { PlannedClaim, PlannedList } from '../plan.ts';

const EVENT = 'Inauguration of the Sovintern';

const all = [
  entry('Jackson Hinkle'),
  entry('Christopher Helali'),
  entry('Evo Morales', { fields: { Role: 'Former President of Bolivia' } }),
  entry('Liu Xu', { fields: { 'Given name': 'Xu', 'Family name': 'Liu' } }),
  entry('Booker Ngesa Omole'),
  entry('Haz Al-Din'),
  entry('Carlos Alfredo Castañeda Magaña', {
    fields: { 'Given name': 'Carlos Alfredo', 'Family name': 'Castañeda Magaña' },
  }),
  entry('Alan García Fernández', { fields: { 'Given name': 'Alan', 'Family name': 'García Fernández' } }),
  entry('Aleksandar Djenić', { key: 'djenic', tags: ['spelling'] }),
  entry('George Galloway'),
  entry('Vladimir Lysenko'),
  entry('Pablo Salvador Sepúlveda Allende', {
    fields: { 'Given name': 'Pablo Salvador', 'Family name': 'Sepúlveda Allende' },
  }),
  entry('Bojan Vulin'),
  entry('Bogdan Țîrdea'),
  entry('Juan Manuel De Jesús Flores Cornejo', {
    fields: { 'Given name': 'Juan Manuel De Jesús', 'Family name': 'Flores Cornejo' },
  }),
  entry('Crispin Kabasele Tshimanga', {
    fields: { 'Given name': 'Crispin', 'Family name': 'Kabasele Tshimanga' },
  }),
  entry('Dimitrios Patelis'),
  entry('Fidel Antonio Castro Smirnov', {
    fields: { 'Given name': 'Fidel Antonio', 'Family name': 'Castro Smirnov' },
  }),
  entry('Miguel Alexander Escobar'),
  entry('Akar Süleyman', {
    note: 'Akar is a usual family name in Turkey, and Süleyman a given one. Is it Süleyman Akar?',
    tags: ['spelling'],
  }),
  entry('Beatriz Bissio'),
  entry('Arling Alonso'),
  entry('Héctor Béjar'),
  entry('Snoussi Dabbabi'),
  entry('Said Bakkali'),
  entry('Mohamed Yeslem Beissat', { key: 'beissat' }),
  entry('Pawan Karki', { key: 'karki', fields: { Affiliation: 'Nepali Communist Party' } }),
  entry('Goran Dimov'),
];

/** Who spoke in Moscow. */
export const speakers: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Speaker',
    'mironov-video',
    'Sergey Mironov',
    { Role: 'Leader of A Just Russia', Affiliation: 'A Just Russia', Event: EVENT, Mode: 'By video' },
    {
      workflow: 'Checked',
      evidence: [
        {
          stance: 'Partly supports',
          fit: 'States something weaker',
          remark: 'Says that he leads the party, not that he spoke.',
          passage: { document: 'babakov', words: 'its chairman, Sergei Mironov' },
        },
        cites('sort', 'Mentions', { accessed: '2026-04-28' }),
        cites('vedomosti', 'Mentions', { accessed: '2026-04-28' }),
        cites('lansing', 'Mentions', {
          fit: 'Predates the event',
          accessed: '2026-04-28',
          remark: '16 April. It cannot tell what happened on the 27th.',
        }),
      ],
      note: 'Spoke by video, but is not on the list of speakers below.',
    },
  ),
  {
    list: mark(
      'List',
      'speakers',
      stretch('[[Jackson Hinkle]], Christopher Helali', ' Pawan Karki'),
      {
        Heading: 'Speakers at the inaugural Sovintern event',
        'Items, one a line': all.map(({ words }) => words).join('\n'),
        'List of what': 'Speakers',
        'Whose list': 'Inaugural Sovintern event',
      },
      {
        also: [{ words: 'Goran Dimov' }],
        workflow: 'In review',
        tags: ['one source for all'],
        evidence: [
          cites('sps', 'Mentions', {
            accessed: '2026-04-28',
            remark: 'Closes the list for all 28 names. Its title speaks of one Sahrawi official.',
          }),
        ],
        note: '28 names and “among others”. Each still needs a report of the event itself.',
      },
    ),
    entries: { type: 'Speaker', fields: { Event: EVENT }, all },
  },
];

/** Quotations, and those whom they name. */
export const quotations: readonly PlannedClaim[] = [
  mark(
    'Quotation',
    'slogans',
    "Donald Trump's imperialism",
    { 'Said by': 'Sovintern', Speaker: 'Sovintern' },
    {
      also: [{ words: 'NATO war against Russia' }],
      workflow: 'In review',
      verdict: 'Needs context',
      evidence: [
        cites('sort', 'Mentions', {
          accessed: '2026-04-28',
          remark: 'The article is in Spanish: whose words are the English ones?',
        }),
      ],
      note: 'The links under both slogans lead to articles with neutral titles. A reader does not see that.',
    },
  ),
  mark(
    'Statement',
    'social-democracy',
    'considers Western [[social democracy]] as promoted by the [[Socialist International]] to be subservient to [[American militarism]]',
    { About: 'Position of the Sovintern' },
    { workflow: 'Checking', evidence: [cites('sort', 'Mentions', { accessed: '2026-04-28' })] },
  ),
  mark(
    'Statement',
    'cuba',
    'expressed support for [[Cuba]] and has called on [[China]], [[Russia]], and [[BRICS]] member states to assist the country',
    { About: 'Position of the Sovintern', 'As of': '19 May 2026' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      evidence: [
        cites('resumen', 'Supports', {
          fit: 'States it',
          accessed: '2026-05-19',
          quote:
            '¡Llamamiento a los líderes de China, Rusia, los BRICS y a la opinión pública mundial! ¡No dejen que Cuba desaparezca!',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Person',
    'djenic-title',
    'ALEKSANDAR DJENIC',
    { Role: 'Named in the title of a page', Affiliation: 'SKOJ' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Quotation',
    'attack',
    'n the last attack, the target was Aleksandar Đenić, First Secretary of The League of Communist Yugoslav Youth (SKOJ) and member of the Secretariat of the New Communist Party of Yugoslavia (NKPJ).',
    { Speaker: 'nkpj.org.rs' },
    {
      workflow: 'Returned',
      verdict: 'Imprecise',
      evidence: [cites('skoj', 'Supports', { accessed: '2026-05-08' })],
      note: 'Cut at the start, surely “In the last attack”. Look at the page before mending.',
    },
  ),
  mark(
    'Person',
    'djenic-quoted',
    'Aleksandar Đenić',
    { Role: 'First Secretary', Affiliation: 'League of Communist Yugoslav Youth (SKOJ)' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Quotation',
    'unity',
    'Sovintern demonstrates unity in condemning the terrorist attack by Ukrainian Nazis.',
    { Speaker: 'sovintern.org' },
    {
      workflow: 'Checked',
      verdict: 'Needs context',
      evidence: [cites('starobelsk', 'Supports', { fit: 'States it', accessed: '2026-05-26' })],
      note: 'In a reference that stands for fifteen groups, and names none of them.',
    },
  ),
  mark(
    'Date',
    'programme',
    inside('SOVINTERN (April 25-29 in Moscow)', 'April 25-29'),
    { Date: '2026-04-25/2026-04-29', Event: 'Founding, as the title of a cited article has it' },
    {
      workflow: 'Checked',
      evidence: [
        cites('defend', 'Supports', {
          fit: 'States it',
          accessed: '2026-04-30',
          quote: 'the founding of SOVINTERN (April 25-29 in Moscow)',
          locator: 'title',
        }),
      ],
      note: 'The year is that of the article, 29 April 2026.',
    },
  ),
  mark(
    'Organization',
    'vatan',
    inside('|title=Speech of Vatan Party', 'Vatan Party'),
    { Country: 'Turkey', Role: 'Spoke at the founding congress' },
    {
      workflow: 'Checked',
      tags: ['spelling'],
      evidence: [
        cites('uwi', 'Supports', {
          fit: 'States it',
          accessed: '2026-05-01',
          quote: 'Speech of Vatan Party at the founding congress of SOVINTERN',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Organization',
    'unita-popolare',
    'Partito Comunista di Unità Popolare',
    { Country: 'Italy', Role: 'Whose site the reference says it is' },
    { workflow: 'Checked' },
  ),
  mark(
    'Organization',
    'rinascita-host',
    inside('https://movimentorinascitacomunista.com/', 'movimentorinascitacomunista'),
    { Name: 'Movimento Rinascita Comunista', Country: 'Italy', Role: 'Whose site the address says it is' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Statement',
    'mondiale',
    'LA SOCIALDEMOCRAZIA MONDIALE HA',
    { About: 'Title of the article' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Statement',
    'mondale',
    'la-socialdemocrazia-mondale-ha',
    { About: 'Address of the same article' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
];
