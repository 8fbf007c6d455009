import type { LogEntry } from '../../../shared/model/change.ts';
import type { Storage } from '../../storage/port.ts';

/** Entries in between that are read and thrown away rather than begun anew after. */
const GAP = 50;

/** Reads some entries of the log. @param seqs ascending */
export async function* readEntries(storage: Storage, seqs: readonly number[]): AsyncGenerator<LogEntry> {
  for (let first = 0; first < seqs.length; ) {
    let last = first;
    while (last + 1 < seqs.length && seqs[last + 1]! - seqs[last]! <= GAP) last++;
    let next = first;
    const from = seqs[first]!;
    for await (const entry of storage.readLog(from - 1, seqs[last]! - from + 1)) {
      if (entry.seq !== seqs[next]) continue;
      next++;
      yield entry;
    }
    first = last + 1;
  }
}
