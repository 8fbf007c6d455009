import type { Left } from './shown.ts';

const SAID: Record<Left, (count: number) => string> = {
  pictures: count =>
    count === 1
      ? 'One picture was left behind; what is written in pictures is not read.'
      : `${count} pictures were left behind; what is written in pictures is not read.`,
  recordings: count =>
    count === 1 ? 'One recording was left behind.' : `${count} recordings were left behind.`,
  frames: count =>
    count === 1
      ? 'One page that is embedded in this one was left behind.'
      : `${count} pages that are embedded in this one were left behind.`,
};

/** @returns sentences on what has no text and was left behind. */
export function remarksOn(left: ReadonlyMap<Left, number>): string[] {
  return [...left].map(([kind, count]) => SAID[kind](count));
}
