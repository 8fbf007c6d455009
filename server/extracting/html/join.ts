import type { Derivation } from '../../../shared/model/derivation.ts';

interface Text {
  readonly text: string;
  readonly derivation: Derivation;
}

const BETWEEN = '\n\n';

/** @returns texts one after another with an empty line between, and what is known of them; those without text are left out. */
export function joinTexts(texts: readonly Text[]): Text {
  const full = texts.filter(({ text }) => text !== '');
  const derivation: Derivation = { version: 1, stretches: [], blocks: [], inlines: [] };
  let by = 0;
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  for (const { text, derivation: own } of full) {
    for (const stretch of own.stretches) derivation.stretches.push(moved(stretch));
    for (const block of own.blocks) derivation.blocks.push(moved(block));
    for (const inline of own.inlines) derivation.inlines.push(moved(inline));
    by += text.length + BETWEEN.length;
  }
  return { text: full.map(({ text }) => text).join(BETWEEN), derivation };
}
