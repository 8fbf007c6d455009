import type { Span } from '../text/text-like.ts';
import type { Note } from './explain.ts';

/**
 * A stretch of two texts laid beside each other: both have it, only the left one has it (gone), or only the right one
 * (come). Ranges are UTF-16 code units of each side; that of the side which lacks the stretch is empty.
 */
export interface Run {
  readonly kind: 'same' | 'gone' | 'come';
  readonly left: Span;
  readonly right: Span;
  /** What tells the two apart where it can hardly be seen; stands on both runs of a replacement. */
  readonly note?: Note;
}

/** @returns the same comparison seen from the other side */
export function mirrored(runs: readonly Run[]): Run[] {
  const seen: Run[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const next = runs[i + 1];
    // What went stands before what came, from either side.
    if (run.kind === 'gone' && next?.kind === 'come') {
      const { start: left } = run.left;
      const { end: right } = next.right;
      seen.push(
        turned(next, { left: next.right, right: { start: left, end: left } }),
        turned(run, { left: { start: right, end: right }, right: run.left }),
      );
      i++;
    } else seen.push(turned(run, { left: run.right, right: run.left }));
  }
  return seen;
}

const OTHER = { same: 'same', gone: 'come', come: 'gone' } as const;

function turned(run: Run, sides: { left: Span; right: Span }): Run {
  const { note } = run;
  return {
    kind: OTHER[run.kind],
    ...sides,
    ...(note ? { note: { ...note, left: note.right, right: note.left } } : {}),
  };
}
