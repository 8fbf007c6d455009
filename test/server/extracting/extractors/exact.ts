import { expect } from 'chai';
import type { Extracted } from '../../../../server/extracting/extractor.ts';

/** Sees that what each stretch says of its source stands there: unit by unit, or else as `decoded` reads it. */
export function requireExact(
  { text, derivation }: Extracted,
  source: string,
  decoded: (source: string) => string,
): void {
  for (const { start, end, at } of derivation.stretches) {
    const shown = text.slice(start, end);
    const there = source.slice(at.from, at.to);
    const same = there.length === shown.length && there.replace(/\s/g, ' ') === shown.replace(/\s/g, ' ');
    const meant = same ? shown : decoded(there);
    if (meant.replaceAll('\n', ' ') !== shown.replaceAll('\n', ' '))
      expect(meant, `${JSON.stringify(there)} for ${JSON.stringify(shown)}`).to.equal(shown);
  }
}
