import type { Shift } from './plan.ts';

export const babakov: Shift = {
  by: 'Ines Duarte',
  document: 'babakov',
  claims: [
    {
      key: 'launch',
      words: 'April 27',
      type: 'Date',
      fields: { Event: 'Launch of the Sovintern in Moscow' },
      workflow: 'Checked',
      verdict: 'Imprecise',
      tags: ['dates'],
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          remark: 'The article has the year as well.',
          passage: {
            document: 'sovintern',
            words: 'The Sovintern was inaugurated in Moscow, Russia, on 27 April 2026',
          },
        },
      ],
      note: 'The post does not say the year, and carries no date of its own.',
    },
    {
      key: 'network',
      words: 'International Socialist Network (SOVINTERN)',
      type: 'Organization',
      fields: { Role: 'What is launched' },
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          passage: {
            document: 'sovintern',
            words: 'International Socialist Network Sovintern',
            within: "The '''International Socialist Network Sovintern'''",
          },
        },
      ],
    },
    {
      key: 'mironov-chairman',
      words: 'Sergei Mironov',
      type: 'Person',
      fields: { Role: 'Chairman', Affiliation: 'A Just Russia' },
      workflow: 'Checked',
      tags: ['spelling'],
    },
    {
      key: 'joining',
      words:
        'More than 100 parties and movements from 70+ countries—from Latin America to Africa and Europe—are already joining the effort',
      type: 'Statement',
      fields: { About: 'Size of the Sovintern' },
      workflow: 'Checking',
      verdict: 'Unverifiable',
      tags: ['numbers'],
      evidence: [
        {
          stance: 'Contradicts',
          fit: 'States something weaker',
          remark: 'The list that follows there has fifty entries.',
          passage: {
            document: 'sovintern',
            words: 'Representatives from these groups have participated in the Sovintern',
          },
        },
      ],
      note: '“Are already joining” is neither members nor participants. Only the organiser says it.',
    },
    {
      key: 'parties',
      words: 'More than 100 parties and movements',
      type: 'Count',
      fields: { Subject: 'Sovintern' },
      workflow: 'Checking',
      tags: ['numbers'],
      evidence: [
        {
          source: 'telegram',
          stance: 'Supports',
          remark: 'The organiser’s own claim; the link at the foot of the text.',
        },
      ],
    },
    {
      key: 'countries',
      words: '70+ countries',
      type: 'Count',
      fields: { Subject: 'Parties joining the Sovintern' },
      tags: ['numbers'],
      note: 'The article’s list shows thirty different flags.',
    },
    {
      key: 'platform',
      words: 'For the first time, a global digital platform based on AI is being created',
      type: 'Statement',
      workflow: 'Checked',
      verdict: 'Unverifiable',
      note: 'An announcement. There is nothing to hold it against.',
    },
    {
      key: 'babakov-signs',
      words: 'Alexander Babakov',
      type: 'Signatory',
      fields: { Signed: 'This post' },
      workflow: 'Checked',
      verdict: 'Accurate',
    },
    {
      key: 'telegram-link',
      words: 't.me/ambabakov/209',
      type: 'Citation',
      fields: { 'What it should prove': 'That the text is Babakov’s' },
      workflow: 'Returned',
      note: 'A bare link, without “https://” and without a date. Make a full reference of it.',
    },
  ],
};
