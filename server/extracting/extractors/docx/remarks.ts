import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { Unshown } from './prepare.ts';

/** What the text of a document does not show. */
export function remarksOf({
  raised,
  struck,
  symbols,
  before,
  margins,
  ...unshown
}: Unshown & {
  readonly raised: number;
  readonly struck: number;
  readonly symbols: number;
  readonly before: boolean;
  readonly margins: number;
}): Remark[] {
  const counted = [
    ['comments', unshown.comments],
    ['hidden-text', unshown.hidden],
    ['margins', margins],
    ['drawings', unshown.pictures],
    ['formulas', unshown.formulas],
    ['text-boxes', unshown.boxes],
    ['files-within', unshown.chunks],
    ['symbols', symbols],
    ['raised-digits', raised],
    ['struck-words', struck],
  ] as const;
  return [
    ...(unshown.changes > 0 ? [remark(before ? 'changes-before' : 'changes-accepted')] : []),
    ...counted.filter(([, count]) => count > 0).map(([code, count]) => remark(code, { count })),
  ];
}
