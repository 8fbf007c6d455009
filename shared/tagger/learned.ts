import type { CheckedText } from '../detectors/checked-text.ts';
import type { Detector, Proposal } from '../detectors/detector.ts';
import { ground } from '../detectors/grounds.ts';
import { propose } from '../detectors/propose.ts';
import { isNameLike } from '../detectors/structure/item-name.ts';
import { tag } from './tag.ts';
import type { Tagger } from './tagger.ts';

/** By so much at least a stretch must rather be a name than none, once much was learned; weights grow with what is learned. */
const LEAST_MARGIN = 5;
const leastMargin = (accepted: number): number => Math.min(LEAST_MARGIN, 1 + accepted / 10);

/** Makes a detector of what was learned in a project. */
export function learnedDetector(tagger: Tagger): Detector {
  return {
    id: 'learned',
    version: tagger.features,
    types: ['person', 'organization', 'member'],
    *detect(text: CheckedText): Iterable<Proposal> {
      for (const { type, start, end, margin, like } of tag(text, tagger)) {
        if (
          margin < leastMargin(tagger.accepted[type]) ||
          like.count === 0 ||
          !isNameLike(text.text.slice(start, end))
        )
          continue;
        const [says, given] = sayLike(like);
        yield propose(text, {
          type,
          span: { start, end },
          grounds: [ground('learned', says, given)],
          worth: 0.25 + Math.min(0.25, margin / 40),
        });
      }
    },
  };
}

const BY: Readonly<Record<string, string>> = {
  w: 'the same word',
  '-w': 'the same word before it',
  '+w': 'the same word behind it',
  '-ws': 'the same word before it',
  '+ws': 'the same word behind it',
  x3: 'the same ending',
  x2: 'the same ending',
  p3: 'the same beginning',
  l: 'the same place in a list',
};

/** Says how many accepted ones a proposal is like, and in what. */
function sayLike({ feature, count }: { feature: string; count: number }): [string, Record<string, string>] {
  const cut = feature.indexOf('=');
  const by = BY[feature.slice(0, cut)];
  const words = feature.slice(cut + 1).split(' ')[0]!;
  const like = `It is like ${count} that you accepted`;
  const given = { count: String(count), by: feature.slice(0, cut), words };
  if (by === undefined || words === '^' || words === '$') return [`${like}.`, given];
  return [
    `${like}: ${by}${/^[\p{L}]/u.test(words) && !feature.startsWith('l=') ? `, “${words}”` : ''}.`,
    given,
  ];
}
