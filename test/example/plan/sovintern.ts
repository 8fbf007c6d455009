import type { PlannedClaim, Shift } from './plan.ts';

const listed = (country: string) => ({ List: 'Participants: political parties', Country: country });

const leaders: PlannedClaim[] = [
  {
    key: 'leader',
    words: 'Luis Pérez Leira',
    type: 'Person',
    fields: { Role: 'Regional Coordinator for Latin America and Caribbean', Affiliation: 'Sovintern' },
    workflow: 'Checked',
    tags: ['spelling'],
    evidence: [
      {
        stance: 'Contradicts',
        fit: 'States something weaker',
        remark: 'He signs as Lois. The byline gives no office.',
        passage: { document: 'sovintern', words: 'Lois Pérez Leira', within: 'author=Lois Pérez Leira' },
      },
    ],
    note: 'Notable People has a “Luis Pérez” in the same office. Neither place is cited.',
  },
  {
    key: 'author',
    words: 'Lois Pérez Leira',
    within: 'author=Lois Pérez Leira',
    type: 'Person',
    fields: { Role: 'Author of the article in Kaosenlared' },
    workflow: 'Checked',
    tags: ['spelling'],
    evidence: [
      {
        source: 'kaos',
        stance: 'Supports',
        accessed: '2026-04-28',
        locator: 'byline',
        remark: 'The byline as the reference gives it.',
      },
    ],
  },
  {
    key: 'reference-name',
    words: 'Pérez Loira',
    type: 'Person',
    fields: { 'Given name': '', 'Family name': 'Pérez Loira', Role: 'Name of a reference' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'coordinator',
    words: 'Luis Pérez',
    within: "'''Luis Pérez'''",
    type: 'Person',
    fields: {
      Role: 'Executive Secretary; Regional Coordinator for Latin America and the Caribbean',
      Affiliation: 'Anti-Imperialist International of the Peoples; Sovintern',
    },
    workflow: 'Checking',
    tags: ['spelling', 'uncited'],
    note: 'The whole section Notable People stands without a reference.',
  },
];

const beginnings: PlannedClaim[] = [
  {
    key: 'founded',
    words: '2026|4|27',
    type: 'Date',
    fields: { Date: '2026-04-27', Event: 'Founding, in the infobox', 'Meant as': 'Exact' },
    workflow: 'Checked',
    verdict: 'Accurate',
    evidence: [
      {
        stance: 'Supports',
        fit: 'States something weaker',
        remark: 'Day and month; the post gives no year.',
        passage: { document: 'babakov', words: 'On April 27 in Moscow, we are launching a project' },
      },
    ],
  },
  {
    key: 'inaugurated',
    words: '27 April 2026',
    within: 'on 27 April 2026, and consists',
    type: 'Date',
    fields: { Event: 'Inauguration in Moscow' },
    workflow: 'Checked',
    evidence: [
      {
        source: 'kremlin',
        stance: 'Supports',
        accessed: '2026-05-07',
        quote: 'Greetings to participants in inaugural forum of SOVINTERN',
        locator: 'title',
        remark: 'Dated 27 April 2026.',
      },
      {
        stance: 'Supports',
        fit: 'States something weaker',
        remark: 'The same day, without the year.',
        passage: { document: 'babakov', words: 'On April 27 in Moscow, we are launching a project' },
      },
    ],
  },
  {
    key: 'programme',
    words: 'April 25-29',
    within: 'SOVINTERN (April 25-29 in Moscow)',
    type: 'Date',
    fields: { Date: '2026-04-25/2026-04-29', Event: 'Founding, as the title of a cited article has it' },
    workflow: 'Checked',
    evidence: [
      {
        source: 'defend',
        stance: 'Supports',
        fit: 'States it',
        accessed: '2026-04-30',
        quote: 'the founding of SOVINTERN (April 25-29 in Moscow)',
        locator: 'title',
      },
    ],
    note: 'The year is that of the article, 29 April 2026.',
  },
  {
    key: 'venue',
    words: 'House of the Trade Unions',
    type: 'Place',
    fields: { Role: 'Venue of the first meeting', Country: 'Russia' },
    workflow: 'Checking',
    note: 'No reference follows this sentence. Does Vedomosti name the house?',
  },
  {
    key: 'organisations',
    words: 'over 15 member organisations',
    type: 'Count',
    fields: { Subject: 'Sovintern', 'As of': '27 April 2026' },
    workflow: 'Checking',
    tags: ['numbers'],
    evidence: [
      {
        source: 'vedomosti',
        stance: 'Mentions',
        accessed: '2026-04-28',
        remark: 'Cited for the sentence. The number has still to be found in it.',
      },
      {
        stance: 'Contradicts',
        fit: 'Contradicts',
        remark: 'The organiser’s own figure, on the day.',
        passage: { document: 'babakov', words: 'More than 100 parties and movements' },
      },
      {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'Fifty entries follow. Taking part is not membership, and no number is given.',
        passage: {
          document: 'sovintern',
          words: 'Representatives from these groups have participated in the Sovintern',
        },
      },
    ],
  },
  {
    key: 'initiator',
    words: 'A Just Russia',
    within: 'initiated by [[A Just Russia]]',
    type: 'Organization',
    fields: { Country: 'Russia', Role: 'Initiator' },
    workflow: 'Checked',
    verdict: 'Accurate',
    evidence: [
      {
        stance: 'Supports',
        fit: 'States it',
        passage: { document: 'babakov', words: 'an initiative implemented by the A Just Russia party' },
      },
    ],
  },
  {
    key: 'alternative',
    words:
      'presented as an alternative platform for international left-wing cooperation outside existing organizations such as the [[Socialist International]]',
    type: 'Statement',
    fields: { About: 'Sovintern and the Socialist International' },
    workflow: 'Checked',
    verdict: 'Needs context',
    evidence: [
      {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'The initiator’s own site has it a full member there. Nothing here says when that ended.',
        passage: {
          document: 'party',
          words:
            'upgraded the status of A JUST RUSSIA party to a full member of this international organization',
        },
      },
    ],
  },
];

const SPEAKERS = [
  'Jackson Hinkle',
  'Christopher Helali',
  'Evo Morales',
  'Liu Xu',
  'Booker Ngesa Omole',
  'Haz Al-Din',
  'Carlos Alfredo Castañeda Magaña',
  'Alan García Fernández',
  'Aleksandar Djenić',
  'George Galloway',
  'Vladimir Lysenko',
  'Pablo Salvador Sepúlveda Allende',
  'Bojan Vulin',
  'Bogdan Țîrdea',
  'Juan Manuel De Jesús Flores Cornejo',
  'Crispin Kabasele Tshimanga',
  'Dimitrios Patelis',
  'Fidel Antonio Castro Smirnov',
  'Miguel Alexander Escobar',
  'Akar Süleyman',
  'Beatriz Bissio',
  'Arling Alonso',
  'Héctor Béjar',
  'Snoussi Dabbabi',
  'Said Bakkali',
  'Mohamed Yeslem Beissat',
  'Pawan Karki',
  'Goran Dimov',
];

const speakers: PlannedClaim[] = [
  {
    key: 'mironov-video',
    words: 'Sergey Mironov',
    type: 'Speaker',
    fields: {
      Role: 'Leader of A Just Russia',
      Affiliation: 'A Just Russia',
      Event: 'Inauguration of the Sovintern',
      Mode: 'By video',
    },
    workflow: 'Checked',
    evidence: [
      {
        stance: 'Partly supports',
        fit: 'States something weaker',
        remark: 'Says that he leads the party, not that he spoke.',
        passage: { document: 'babakov', words: 'its chairman, Sergei Mironov' },
      },
    ],
    note: 'Spoke by video, but is not on the list of speakers below.',
  },
  {
    key: 'speakers',
    words:
      '[[Jackson Hinkle]], Christopher Helali, former President of Bolivia [[Evo Morales]],<ref name="В Москве прошел «СОВИНТЕРН»"/> Liu Xu, [[Booker Omole|Booker Ngesa Omole]], [[Haz Al-Din]], Carlos Alfredo Castañeda Magaña, Alan García Fernández, Aleksandar Djenić, [[George Galloway]], [[Vladimir Lysenko]], Pablo Salvador Sepúlveda Allende, Bojan Vulin, Bogdan Țîrdea, Juan Manuel De Jesús Flores Cornejo, Crispin Kabasele Tshimanga, Dimitrios Patelis, Fidel Antonio Castro Smirnov, Miguel Alexander Escobar, Akar Süleyman, Beatriz Bissio, Arling Alonso, [[Héctor Béjar]], Snoussi Dabbabi, Said Bakkali, Mohamed Yeslem Beissat,<ref name="SPS"/> Pawan Karki',
    also: { words: 'Goran Dimov' },
    type: 'List',
    fields: {
      'Items, one a line': SPEAKERS.join('\n'),
      'List of what': 'Speakers',
      'Whose list': 'Inaugural Sovintern event',
    },
    workflow: 'In review',
    tags: ['one source for all'],
    evidence: [
      {
        source: 'sps',
        stance: 'Mentions',
        accessed: '2026-04-28',
        remark: 'Closes the list for all 28 names. Its title speaks of one Sahrawi official.',
      },
    ],
    note: '28 names and “among others”. Each still needs a report of the event itself.',
  },
  {
    key: 'morales',
    words: 'Evo Morales',
    type: 'Speaker',
    fields: { Role: 'Former President of Bolivia', Event: 'Inauguration of the Sovintern' },
    workflow: 'Checking',
    evidence: [
      { source: 'vedomosti', stance: 'Mentions', remark: 'Cited for him by name; to be looked up.' },
    ],
  },
  {
    key: 'djenic',
    words: 'Aleksandar Djenić',
    type: 'Speaker',
    fields: { Event: 'Inauguration of the Sovintern' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'beissat',
    words: 'Mohamed Yeslem Beissat',
    type: 'Speaker',
    fields: { Event: 'Inauguration of the Sovintern' },
    evidence: [
      {
        source: 'sps',
        stance: 'Partly supports',
        fit: 'States something weaker',
        locator: 'title',
        remark: '“Sahrawi official” in the title; the name is to be found in the text.',
      },
    ],
  },
  {
    key: 'karki',
    words: 'Pawan Karki',
    within: 'Pawan Karki,<ref',
    type: 'Speaker',
    fields: { Affiliation: 'Nepali Communist Party', Event: 'Inauguration of the Sovintern' },
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    evidence: [
      {
        source: 'karki',
        stance: 'Partly supports',
        fit: 'Predates the event',
        accessed: '2026-05-07',
        quote: 'Today, I am departing for Moscow, Russia, representing the Nepali Communist Party',
        remark: 'A departure on 23 April. It cannot show that he spoke on 27 April.',
      },
    ],
  },
];

const positions: PlannedClaim[] = [
  {
    key: 'slogans',
    words: "Donald Trump's imperialism",
    also: { words: 'NATO war against Russia' },
    type: 'Quotation',
    fields: { Speaker: 'Sovintern' },
    workflow: 'In review',
    verdict: 'Needs context',
    evidence: [
      {
        source: 'sort',
        stance: 'Mentions',
        accessed: '2026-04-28',
        remark: 'The article is in Spanish: whose words are the English ones?',
      },
    ],
    note: 'The links under both slogans lead to articles with neutral titles. A reader does not see that.',
  },
  {
    key: 'attack',
    words:
      'n the last attack, the target was Aleksandar Đenić, First Secretary of The League of Communist Yugoslav Youth (SKOJ) and member of the Secretariat of the New Communist Party of Yugoslavia (NKPJ).',
    type: 'Quotation',
    fields: { Speaker: 'nkpj.org.rs' },
    workflow: 'Returned',
    verdict: 'Imprecise',
    evidence: [{ source: 'skoj', stance: 'Supports', accessed: '2026-05-08' }],
    note: 'Cut at the start, surely “In the last attack”. Look at the page before mending.',
  },
  {
    key: 'djenic-quoted',
    words: 'Aleksandar Đenić',
    type: 'Person',
    fields: { Role: 'First Secretary', Affiliation: 'League of Communist Yugoslav Youth (SKOJ)' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'djenic-title',
    words: 'ALEKSANDAR DJENIC',
    type: 'Person',
    fields: { Role: 'Named in the title of a page', Affiliation: 'SKOJ' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
];

const participants: PlannedClaim[] = [
  {
    key: 'moldova-here',
    words: 'Party of Socialists of the Republic of Moldova',
    type: 'Member',
    fields: listed('Moldova'),
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    evidence: [
      {
        source: 'prensa',
        stance: 'Partly supports',
        fit: 'Predates the event',
        accessed: '2026-04-24',
        remark: '24 April, and the title says that Moscow will host. It cannot show who came.',
      },
      {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'Known to A Just Russia as a partner; nothing on the Sovintern.',
        passage: { document: 'party', words: 'Party of Socialists of the Republic of Moldova' },
      },
    ],
  },
  {
    key: 'green-left',
    words: 'Green Left Party',
    type: 'Member',
    fields: listed('Spain'),
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    evidence: [
      {
        source: 'starobelsk',
        stance: 'Mentions',
        fit: 'Silent',
        accessed: '2026-05-26',
        quote: 'Sovintern demonstrates unity in condemning the terrorist attack by Ukrainian Nazis.',
        remark: 'The words the reference quotes are about another matter and name no party.',
      },
    ],
  },
  {
    key: 'labor',
    words: 'Sovereignty and Labor',
    type: 'Member',
    fields: listed('Spain'),
    tags: ['mark-up'],
  },
  {
    key: 'britain',
    words: 'Workers Party of Britain',
    type: 'Member',
    fields: listed('United Kingdom'),
    workflow: 'Checking',
    tags: ['mark-up', 'source too early'],
    evidence: [
      {
        source: 'lansing',
        stance: 'Mentions',
        fit: 'Predates the event',
        accessed: '2026-04-28',
        remark: '16 April, eleven days before the event.',
      },
    ],
    note: 'Stands inside the reference that is not closed before it: readers do not see this entry at all.',
  },
  {
    key: 'popular-unity',
    words: 'Communist Party of Popular Unity',
    type: 'Member',
    fields: listed('Italy'),
    workflow: 'Returned',
    tags: ['source too early'],
    evidence: [
      {
        source: 'rinascita',
        stance: 'Mentions',
        fit: 'Predates the event',
        accessed: '2026-05-09',
        locator: 'title',
        remark: '20 April, an appeal. The site is movimentorinascitacomunista.com: is that this party?',
      },
    ],
  },
  {
    key: 'authentic',
    words: 'Authentic Socialist Party',
    within: '|Authentic Socialist Party]]',
    type: 'Member',
    fields: listed('Argentina'),
    workflow: 'Checking',
    evidence: [
      {
        source: 'nuestra',
        stance: 'Mentions',
        accessed: '2026-04-28',
        remark: 'The title names another party, the Communist Party of Argentina.',
      },
    ],
  },
  {
    key: 'nepal',
    words: 'Nepali Communist Party',
    within: '[[Nepali Communist Party]]',
    type: 'Member',
    fields: listed('Nepal'),
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    evidence: [
      {
        source: 'karki',
        stance: 'Partly supports',
        fit: 'Predates the event',
        accessed: '2026-05-07',
        remark: 'Sent somebody; whether the party took part is not said.',
      },
    ],
  },
  {
    key: 'patriotic',
    words: 'Patriotic Party',
    within: '|Patriotic Party]]',
    type: 'Member',
    fields: listed('Turkey'),
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'vatan',
    words: 'Vatan Party',
    within: '|title=Speech of Vatan Party',
    type: 'Organization',
    fields: { Country: 'Turkey', Role: 'Spoke at the founding congress' },
    workflow: 'Checked',
    tags: ['spelling'],
    evidence: [
      {
        source: 'uwi',
        stance: 'Supports',
        fit: 'States it',
        accessed: '2026-05-01',
        quote: 'Speech of Vatan Party at the founding congress of SOVINTERN',
        locator: 'title',
      },
    ],
  },
];

const references: PlannedClaim[] = [
  {
    key: 'unclosed',
    words:
      '<ref name=“Labor and Sovereignty”>{{cite web |title=África: Compensación por el legado del colonialismo y el neocolonialismo |url=https://soberaniaytrabajo.org/africa-compensacion-por-el-legado-del-colonialismo-y-el-neocolonialismo/ |access-date=06-01-2026 |website=Labor and Sovereignty |language=sp}}(/ref>',
    type: 'Citation',
    fields: { 'What it should prove': 'Sovereignty and Labor took part' },
    workflow: 'Returned',
    tags: ['mark-up'],
    note: '“(/ref>” for “</ref>”. The reference never closes and takes the Workers Party of Britain and the reference “SPS” with it. The language code is es, not sp.',
  },
  {
    key: 'accessed',
    words: '06-01-2026',
    type: 'Date',
    fields: { Event: 'Access to soberaniaytrabajo.org' },
    workflow: 'Checking',
    tags: ['dates'],
  },
  {
    key: 'accessed-forum',
    words: '2026-05-03',
    type: 'Date',
    fields: { Event: 'Access to sovintern.org/en/forum' },
    workflow: 'Checked',
    tags: ['dates'],
    evidence: [
      {
        source: 'forum',
        stance: 'Mentions',
        accessed: '2026-05-03',
        remark: 'The organisation’s own page, undated. Fourteen entries rest on it alone.',
      },
    ],
  },
];

export const sovintern: Shift = {
  by: 'Marta Kovač',
  document: 'sovintern',
  claims: [...leaders, ...beginnings, ...speakers, ...positions, ...participants, ...references],
};
