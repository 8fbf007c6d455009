import type { PlannedClaim, Shift } from './plan.ts';

const PARTNERS = 'Foreign partners of A Just Russia';

const international: PlannedClaim[] = [
  {
    key: 'member-since',
    words: 'June 30, 2008',
    type: 'Date',
    fields: { Event: 'Becomes a member of the SI, “after receiving an observer status”' },
    workflow: 'Checked',
    tags: ['dates'],
  },
  {
    key: 'became-member',
    words: 'became a member of the Socialist International (SI) after receiving an observer status',
    type: 'Statement',
    fields: { About: 'A Just Russia in the Socialist International', 'As of': '30 June 2008' },
    workflow: 'Checked',
    evidence: [
      {
        stance: 'Contradicts',
        fit: 'Contradicts',
        remark: 'Full membership came only later, by the same page.',
        passage: {
          document: 'party',
          words: 'upgraded the status of A JUST RUSSIA party to a full member',
        },
      },
    ],
    note: 'Observer in 2008, consultative in November 2010, full member after that: three steps, one of them called by the wrong name.',
  },
  {
    key: 'full-member',
    words: 'upgraded the status of A JUST RUSSIA party to a full member of this international organization',
    type: 'Statement',
    fields: { About: 'A Just Russia in the Socialist International' },
    workflow: 'Checked',
  },
  {
    key: 'congress-24',
    words: 'August 30',
    type: 'Date',
    fields: { Event: '24th Congress of the Socialist International, Cape Town' },
    workflow: 'Returned',
    verdict: 'Imprecise',
    tags: ['dates'],
    evidence: [
      {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'The last year named before it. The congress is later; the page does not say by how much.',
        passage: { document: 'party', words: 'convened in Paris in November 2010' },
      },
    ],
    note: 'No year. Ask for the record of the congress.',
  },
  {
    key: 'mironov-leader',
    words: 'Sergei Mironov',
    type: 'Person',
    fields: { Role: 'Leader', Affiliation: 'A Just Russia' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'si-parties',
    words: 'over 150 social democratic, socialist and labour parties and organizations',
    type: 'Count',
    fields: { Subject: 'Socialist International' },
    workflow: 'Checking',
    tags: ['numbers'],
  },
  {
    key: 'mironov-office',
    words: 'Mr. Mironov',
    type: 'Person',
    fields: { Role: 'Chairman', Affiliation: 'A Just Russia' },
    workflow: 'Checked',
  },
  {
    key: 'commission-since',
    words: 'June 2007',
    type: 'Date',
    fields: {
      Event: 'Mironov on the SI Commission on Sustainable World Society, since',
      'Meant as': 'Not before',
    },
    workflow: 'Checked',
    tags: ['dates'],
  },
];

const abroad: PlannedClaim[] = [
  {
    key: 'memorandum',
    words: 'Mr. Levichev',
    also: { words: 'signed the Memorandum of Understanding' },
    type: 'Signatory',
    fields: {
      'Given name': '',
      'Family name': 'Levichev',
      Signed: 'Memorandum of Understanding with Martin Schulz',
      Role: 'Head of the State Duma faction',
      Date: 'April 2008',
    },
    workflow: 'Checked',
  },
  {
    key: 'cis',
    words: 'Azerbaijan, Armenia, Belarus, Kazakhstan, Kyrgyzstan, Moldova, Ukraine and Russia',
    type: 'List',
    fields: { 'List of what': 'Countries represented', 'Whose list': 'Forum of the CIS, February 2010' },
    workflow: 'Signed off',
    verdict: 'Accurate',
  },
  {
    key: 'levichev-office',
    words: 'Levichev N.V.',
    type: 'Person',
    fields: {
      Role: 'Chairman, on 15 December 2012',
      Affiliation: 'A Just Russia',
    },
    workflow: 'Checked',
  },
  {
    key: 'leipzig',
    words: 'over 40 parties',
    type: 'Count',
    fields: { Subject: 'Conference in Leipzig', 'As of': '22 May 2013' },
    tags: ['numbers'],
  },
  {
    key: 'spd-text',
    words: 'the Social Democratic Party of Germany',
    type: 'Organization',
    fields: { Country: 'Germany', Role: 'At the conference in Leipzig' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'experts',
    words: 'Over 150 Russian and foreign scientists, experts and politicians',
    type: 'Count',
    fields: { Subject: 'Forums of A Just Russia, 2007 to 2012' },
    workflow: 'Checking',
    verdict: 'Unverifiable',
    tags: ['numbers'],
  },
];

const partners: PlannedClaim[] = [
  {
    key: 'spd-list',
    words: 'The Socialist Democratic Party of Germany',
    type: 'Member',
    fields: { List: PARTNERS, Country: 'Germany' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'korea',
    words: 'The Workers Party of Korea – DPRK (North Korea)',
    type: 'Member',
    fields: { List: PARTNERS, Country: 'North Korea' },
  },
  {
    key: 'moldova-partner',
    words: 'Party of Socialists of the Republic of Moldova',
    type: 'Member',
    fields: { List: PARTNERS, Country: 'Moldova' },
    workflow: 'Checked',
    evidence: [
      {
        stance: 'Supports',
        fit: 'States it',
        remark: 'The same name, letter for letter.',
        passage: { document: 'sovintern', words: 'Party of Socialists of the Republic of Moldova' },
      },
    ],
  },
];

export const party: Shift = {
  by: 'Ines Duarte',
  document: 'party',
  claims: [...international, ...abroad, ...partners],
};
