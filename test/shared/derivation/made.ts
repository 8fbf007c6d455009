import fc from 'fast-check';
import type { Block, Derivation, Place, Stretch } from '../../../shared/model/derivation.ts';

/** Stretches in order and apart, of texts up to some hundred units, with places of every kind. */
export const derivations: fc.Arbitrary<Derivation> = fc
  .array(
    fc.record({
      gap: fc.nat({ max: 3 }),
      length: fc.integer({ min: 1, max: 9 }),
      at: fc.record<Place>(
        {
          page: fc.integer({ min: 1, max: 30 }),
          pageLabel: fc.constantFrom('i', 'ii', 'A-1', '12'),
          paragraph: fc.integer({ min: 1, max: 99 }),
          row: fc.integer({ min: 1, max: 99 }),
          column: fc.constantFrom('text', 'who'),
          time: fc
            .tuple(fc.nat({ max: 9_000_000 }), fc.nat({ max: 9000 }))
            .map(([from, more]): [number, number] => [from, from + more]),
        },
        { requiredKeys: [] },
      ),
    }),
    { maxLength: 40 },
  )
  .map(pieces => {
    let at = 0;
    const stretches: Stretch[] = pieces.map(piece => {
      const start = at + piece.gap;
      at = start + piece.length;
      return { start, end: at, at: piece.at };
    });
    return derived({ stretches });
  });

/** A derivation with some of its parts. */
export const derived = (parts: Partial<Derivation>): Derivation => ({
  version: 1,
  stretches: [],
  blocks: [],
  inlines: [],
  ...parts,
});

/** Lines one below the other as blocks of a kind. */
export const headings = (...found: [start: number, end: number, level: number][]): Block[] =>
  found.map(([start, end, level]) => ({ kind: 'heading', start, end, level }));
