import { cites, mark } from './marks.ts';
import type { Shift } from './plan.ts';

export const babakov: Shift = {
  by: 'Ines Duarte',
  document: 'babakov',
  marks: [
    mark(
      'Date',
      'launch',
      'April 27',
      { Event: 'Launch of the Sovintern in Moscow' },
      {
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
    ),
    mark(
      'Place',
      'launched-in',
      { words: 'Moscow', within: 'On April 27 in Moscow' },
      { Country: 'Russia', Role: 'Launched there' },
      { workflow: 'Signed off', verdict: 'Accurate' },
    ),
    mark(
      'Organization',
      'network',
      'International Socialist Network (SOVINTERN)',
      { Role: 'What is launched' },
      {
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
    ),
    mark(
      'Member',
      'implements',
      'A Just Russia',
      { List: 'Those who build the network', Country: 'Russia', Role: 'Implements the initiative' },
      {
        workflow: 'Checked',
        verdict: 'Accurate',
        evidence: [
          {
            stance: 'Supports',
            fit: 'States it',
            passage: { document: 'sovintern', words: 'It was initiated by [[A Just Russia]]' },
          },
        ],
      },
    ),
    mark(
      'Person',
      'mironov-chairman',
      'Sergei Mironov',
      { Role: 'Chairman', Affiliation: 'A Just Russia' },
      { workflow: 'Checked', tags: ['spelling'] },
    ),
    mark(
      'Statement',
      'permanent',
      'This is not just a forum—it is the launch of a permanent international platform',
      { About: 'Sovintern' },
      { workflow: 'Checked', verdict: 'Not a factual claim', note: 'An intention. Ask again in a year.' },
    ),
    mark(
      'Statement',
      'joining',
      'More than 100 parties and movements from 70+ countries—from Latin America to Africa and Europe—are already joining the effort',
      { About: 'Size of the Sovintern' },
      {
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
    ),
    mark(
      'Count',
      'parties',
      'More than 100 parties and movements',
      { Subject: 'Sovintern' },
      {
        workflow: 'Checking',
        tags: ['numbers'],
        evidence: [
          cites('telegram', 'Supports', {
            remark: 'The organiser’s own claim; the link at the foot of the text.',
          }),
        ],
      },
    ),
    mark(
      'Count',
      'countries',
      '70+ countries',
      { Subject: 'Parties joining the Sovintern' },
      { workflow: 'Checking', tags: ['numbers'], note: 'The article’s list shows thirty different flags.' },
    ),
    mark(
      'Statement',
      'digital-platform',
      'For the first time, a global digital platform based on AI is being created',
      { About: 'What the network will have' },
      {
        workflow: 'Checked',
        verdict: 'Unverifiable',
        note: 'An announcement. There is nothing to hold it against.',
      },
    ),
    mark(
      'Statement',
      'visit',
      'Foreign delegates will visit the SVO zone',
      { About: 'Programme of the forum' },
      { note: 'SVO is the Russian name for the war against Ukraine. Did they go? Look for a report.' },
    ),
    mark(
      'Statement',
      'flexible',
      'SOVINTERN is being built as a flexible network system, not a bureaucratic construct',
      { About: 'Sovintern' },
      {
        workflow: 'Checked',
        evidence: [
          {
            stance: 'Supports',
            fit: 'States it',
            passage: {
              document: 'sovintern',
              words: 'describes itself as a network-based international movement',
            },
          },
        ],
      },
    ),
    mark(
      'Signatory',
      'babakov-signs',
      'Alexander Babakov',
      { Signed: 'This post' },
      { workflow: 'Signed off', verdict: 'Accurate' },
    ),
    mark(
      'Citation',
      'telegram-link',
      't.me/ambabakov/209',
      { 'What it should prove': 'That the text is Babakov’s' },
      {
        workflow: 'Returned',
        note: 'A bare link, without “https://” and without a date. Make a full reference of it.',
      },
    ),
    mark(
      'Member',
      'delphi',
      'The Delphi Initiative for the Defense of Democracy',
      { List: 'Those who build the network', Role: 'Supports it critically and takes part' },
      {
        workflow: 'Checked',
        verdict: 'Needs context',
        note: 'A remark of those who copied the post, below its signature: not Babakov’s words. And they are not on the article’s list.',
      },
    ),
  ],
  sweeps: [],
};
