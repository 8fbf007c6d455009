import type { HistoryLine } from '../../../shared/api/routes/history.ts';
import { whatOf } from './say-line.ts';

/** What was done in one go: mostly one entry of the log, several where it was large. */
export interface GestureLine {
  /** Its entries, oldest first. */
  readonly seqs: readonly number[];
  /** All of them told as one. */
  readonly line: HistoryLine;
}

/** @param lines newest first @returns gestures, newest first; one whose beginning is not among the lines begins with what is */
export function gesturesIn(lines: readonly HistoryLine[]): GestureLine[] {
  const gestures: GestureLine[] = [];
  let parts: HistoryLine[] = [];
  for (const [i, line] of lines.entries()) {
    parts.unshift(line);
    if (line.goesOn && lines[i + 1]?.seq === line.seq - 1) continue;
    gestures.push({ seqs: parts.map(({ seq }) => seq), line: toldAsOne(parts) });
    parts = [];
  }
  return gestures;
}

/** @param parts entries of one gesture, oldest first; at least one @returns what they did, as if it were one entry */
export function toldAsOne(parts: readonly HistoryLine[]): HistoryLine {
  const [first, ...rest] = parts;
  if (rest.length === 0) return first!;
  const deeds = first!.deeds.map(deed => ({ ...deed }));
  for (const deed of rest.flatMap(part => part.deeds)) {
    const known = deeds.find(one => one.kind === deed.kind && whatOf(one) === whatOf(deed));
    if (known) known.count += deed.count;
    else deeds.push({ ...deed });
  }
  return {
    ...first!,
    deeds,
    at: parts[parts.length - 1]!.at,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    more: parts.reduce((sum, { more }) => sum + more, 0),
  };
}
