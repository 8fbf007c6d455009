import { type Remark, remark } from '../../../shared/derivation/remarks.ts';
import type { Left } from './shown.ts';

/** @returns remarks on what has no text, or is not shown, and was left behind. */
export function remarksOn(left: ReadonlyMap<Left, number>): Remark[] {
  return [...left].map(([kind, count]) => remark(kind, { count }));
}
