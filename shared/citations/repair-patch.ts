import { createPatch } from 'diff';
import type { Edit, Repair } from '../conflict-rules/finding.ts';
import { applyRepair } from './repair.ts';

/** Repairs of one text as a unified diff. */
interface RepairPatch {
  readonly patch: string;
  /** Repairs that are in it. */
  readonly made: number;
  /** Repairs that are left out, since an earlier one already changes their words or they do not fit the text. */
  readonly left: number;
}

/**
 * Writes the repairs of a text as a unified diff, as `patch` and `git apply` read it.
 * @param name the file's name in the diff
 * @param repairs in any order; of two that touch each other's words, the one that begins first is taken
 */
export function repairPatch(name: string, text: string, repairs: readonly Repair[]): RepairPatch {
  const inOrder = repairs
    .filter(({ edits }) => edits.length > 0)
    .sort((a, b) => a.edits[0]!.start - b.edits[0]!.start);
  const taken: Edit[] = [];
  let made = 0;
  for (const { edits } of inOrder) {
    if (!edits.every(edit => edit.end <= text.length && !taken.some(other => touches(edit, other)))) continue;
    taken.push(...edits);
    made++;
  }
  taken.sort((a, b) => a.start - b.start);
  const file = name.replace(/[\r\n\t]+/g, ' ');
  return {
    patch: createPatch(file, text, applyRepair(text, taken)),
    made,
    left: inOrder.length - made,
  };
}

const touches = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;
