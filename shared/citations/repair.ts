import type { Edit } from '../conflict-rules/finding.ts';

/**
 * Applies the edits of a repair.
 * @param edits in text order, apart from one another
 * @throws RangeError where they are not, or leave the text
 */
export function applyRepair(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(`The edit ${edit.start}–${edit.end} does not fit.`);
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

/** One place of a repair: what goes, what comes, and some words around it. */
interface RepairHunk {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

const AROUND = 40;

/** Shows the places that a repair changes, each with up to 40 characters around it on its line. */
export function repairPreview(text: string, edits: readonly Edit[]): RepairHunk[] {
  return edits.map(({ start, end, text: added }, i) => {
    const from = Math.max(start - AROUND, edits[i - 1]?.end ?? 0);
    const to = Math.min(end + AROUND, edits[i + 1]?.start ?? text.length);
    const before = text.slice(from, start);
    const after = text.slice(end, to);
    return {
      before: before.slice(before.lastIndexOf('\n') + 1),
      removed: text.slice(start, end),
      added,
      after: after.split('\n', 1)[0]!,
    };
  });
}
