import { type PlannedSource, source } from './plan.ts';
import { footnotes } from './sources/footnotes.ts';
import { references } from './sources/references.ts';

/** What the texts themselves cite, with what they say of it. */
export const sources: readonly PlannedSource[] = [...references, ...footnotes];

/** Sources that are added where they are first used, in the form of the evidence. */
export const sourcesAtHand: readonly PlannedSource[] = [
  source(
    'karki',
    'post',
    'Today, I am departing for Moscow, Russia, representing the Nepali Communist Party to participate in the historic founding conference of the International Socialist Network—"SOVINTERN."',
    {
      Address:
        'https://www.facebook.com/pawan.karki.711407/posts/today-i-am-departing-for-moscow-russia-representing-the-nepali-communist-party-t/2033669720551853/',
      'Authors, apart by ;': 'Pawan Karki',
      'Appeared in': 'Facebook',
      Published: '23 April 2026',
    },
  ),
  source('telegram', 'post', 'Post by Alexander Babakov', {
    Address: 'https://t.me/ambabakov/209',
    'Authors, apart by ;': 'Alexander Babakov',
    'Appeared in': 'Telegram',
  }),
];
