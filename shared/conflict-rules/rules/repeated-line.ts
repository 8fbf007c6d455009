import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';

const FEWEST_LETTERS = 15;
/** A line of so many characters that comes again anywhere is no chance. */
const LONG = 80;

/** A line stands twice in a row, or a paragraph stands twice. */
export const repeatedLine: TextRule = {
  id: 'repeated-line',
  version: 1,
  kind: 'duplicated-entry',
  severity: 'info',
  label: 'Lines and paragraphs that stand twice',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    const before = new Map<string, { start: number; end: number; row: number }>();
    let row = 0;
    for (const line of text.text.matchAll(/[^\n\r]+/g)) {
      const words = line[0].trim();
      if (words === '') continue;
      row++;
      if (words.length < FEWEST_LETTERS || (words.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) continue;
      const start = line.index + line[0].indexOf(words);
      const here = { start, end: start + words.length, row };
      const same = before.get(words);
      before.set(words, here);
      if (!same || (row !== same.row + 1 && words.length < LONG)) continue;
      const said = words.length > 80 ? `${words.slice(0, 79)}…` : words;
      yield found(repeatedLine, {
        message: `“${said}” stands twice`,
        given: { words: said },
        sides: [
          {
            value: said,
            spans: [spanAt(text, same.start, same.end), spanAt(text, here.start, here.end)],
          },
        ],
        grounds: [
          speaksFor('repeated-line.same', 'Both say the same, letter for letter'),
          ...(row === same.row + 1
            ? [speaksFor('repeated-line.next', 'One follows directly on the other')]
            : [speaksAgainst('repeated-line.apart', 'Other words stand between them')]),
        ],
        key: `repeated-line|${words.slice(0, 120)}`,
      });
    }
  },
};
