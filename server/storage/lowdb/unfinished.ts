import type { LogEntry } from '../../../shared/model/change.ts';
import { BrokenLine, readEntry } from '../entry.ts';
import type { FileLayer } from './files.ts';
import type { Layout } from './layout.ts';

const LINE_END = 0x0a;

/**
 * Looks at the end of the journal. A run whose last entry never came was never acknowledged: nothing of it counts.
 * @param numbers of the segments, ascending
 * @returns the sequence number of the first entry of such a run, or undefined where there is none
 */
export async function unfinishedRun(
  files: FileLayer,
  layout: Layout,
  numbers: readonly number[],
): Promise<number | undefined> {
  for (const number of numbers.toReversed()) {
    const last = lastEntry(await files.read(layout.segment(number)));
    if (last === 'none') continue;
    return last?.run && last.run.part < last.run.of ? last.seq - last.run.part + 1 : undefined;
  }
  return undefined;
}

/** The entry on the last complete line; undefined where that line cannot be read. */
function lastEntry(bytes: Buffer): LogEntry | 'none' | undefined {
  const end = bytes.lastIndexOf(LINE_END);
  if (end < 0) return 'none';
  const start = end === 0 ? 0 : bytes.lastIndexOf(LINE_END, end - 1) + 1;
  try {
    return readEntry(bytes.subarray(start, end));
  } catch (error) {
    if (error instanceof BrokenLine) return undefined;
    throw error;
  }
}
