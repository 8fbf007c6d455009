import type { Review } from './plan.ts';

/** What each says and does at the claims of another, before conflicts are raised. */
export const reviews: readonly Review[] = [
  {
    by: 'Ines Duarte',
    claim: 'leader',
    reply: 'The office is the same word for word but for “the”. I take it for one man.',
  },
  {
    by: 'Agnès Laurent',
    claim: 'notable',
    reply: 'Either somebody brings references by Friday, or the section goes.',
  },
  { by: 'Agnès Laurent', claim: 'inaugurated', workflow: 'Signed off' },
  { by: 'Agnès Laurent', claim: 'initiator', workflow: 'Signed off' },
  {
    by: 'Agnès Laurent',
    claim: 'slogans',
    reply: 'Keep the words, take the links away. Back to you once elDiario is read.',
  },
  {
    by: 'Ines Duarte',
    claim: 'speakers',
    reply: 'Add Mironov with “by video”, or say that the list is of those in the room.',
  },
  {
    by: 'Agnès Laurent',
    claim: 'of-organizations',
    workflow: 'Signed off',
    reply: 'Agreed. The preamble also has “citizens of Russia”.',
  },
  { by: 'Agnès Laurent', claim: 'stupin', workflow: 'Signed off' },
  { by: 'Agnès Laurent', claim: 'preamble', workflow: 'Signed off' },
  {
    by: 'Marta Kovač',
    claim: 'kothari',
    reply: 'Not in my notes either. Leave it out until a source turns up.',
  },
  {
    by: 'Marta Kovač',
    claim: 'joining',
    reply:
      'The article says “have participated”, and elsewhere “member organisations”. Three things, three numbers.',
  },
  { by: 'Marta Kovač', claim: 'became-member', workflow: 'In review' },
  {
    by: 'Marta Kovač',
    claim: 'commission-since',
    workflow: 'Returned',
    note: 'A year before the party was even an observer. Is it a slip for 2008 or 2009?',
  },
  { by: 'Agnès Laurent', claim: 'many-cities', workflow: 'Signed off' },
  {
    by: 'Agnès Laurent',
    claim: 'forests',
    workflow: 'Returned',
    reply: 'One reference for each sentence, please. The other three may go.',
  },
  {
    by: 'Marta Kovač',
    claim: 'congress-24',
    reply: 'Left as it is; the dates of the congress are not in our texts.',
  },
  {
    by: 'Agnès Laurent',
    claim: 'partners',
    reply: 'Then we do not print “41 parties”. Split number 1, and set the two conferences apart.',
  },
];
