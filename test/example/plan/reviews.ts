import type { Review } from './plan.ts';

/** What each of the two says and does at the claims of the other, before conflicts are raised. */
export const reviews: readonly Review[] = [
  {
    by: 'Ines Duarte',
    claim: 'leader',
    reply: 'The office is the same word for word but for “the”. I take it for one man.',
  },
  {
    by: 'Ines Duarte',
    claim: 'coordinator',
    reply: 'Four living people. Either somebody brings references or the section goes.',
  },
  { by: 'Ines Duarte', claim: 'inaugurated', workflow: 'Signed off' },
  { by: 'Ines Duarte', claim: 'initiator', workflow: 'Signed off' },
  {
    by: 'Ines Duarte',
    claim: 'slogans',
    reply: 'Keep the words, take the links away. Back to you once elDiario is read.',
  },
  {
    by: 'Ines Duarte',
    claim: 'speakers',
    reply: 'Add Mironov with “by video”, or say that the list is of those in the room.',
  },
  {
    by: 'Ines Duarte',
    claim: 'of-organizations',
    workflow: 'Signed off',
    reply: 'Agreed. The preamble also has “citizens of Russia”.',
  },
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
  { by: 'Marta Kovač', claim: 'many-cities', workflow: 'Signed off' },
  {
    by: 'Marta Kovač',
    claim: 'congress-24',
    reply: 'Left as it is; the dates of the congress are not in our texts.',
  },
];
