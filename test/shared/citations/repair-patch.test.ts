import { expect } from 'chai';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { applyRepair } from '../../../shared/citations/repair.ts';
import { repairPatch } from '../../../shared/citations/repair-patch.ts';

const repair = (...edits: [number, number, string][]) => ({
  documentId: 'd',
  edits: edits.map(([start, end, text]) => ({ start, end, text })),
});

describe('repairs as a unified diff', () => {
  it('hold all repairs that can be made together, and say how many are left', () => {
    const text = 'one\ntwo\nthree\n';
    const { patch, made, left } = repairPatch('A text', text, [
      repair([8, 13, 'drei']),
      repair([0, 3, 'eins']),
      repair([1, 2, 'x']),
      repair([90, 99, 'y']),
    ]);
    expect([made, left]).to.eql([2, 2]);
    expect(patch).to.include('-one\n+eins\n').and.include('-three\n+drei\n');
    expect(applyPatch(text, patch)).to.equal('eins\ntwo\ndrei\n');
  });

  it('give the repaired text when applied, whatever the text and the repair', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', '\n', 'é', '{{'), { maxLength: 40 })
      .map(all => all.join(''));
    fc.assert(
      fc.property(words, fc.nat(40), fc.nat(5), words, (text, from, length, come) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const one = repair([start, end, come]);
        expect(applyPatch(text, repairPatch('t', text, [one]).patch)).to.equal(applyRepair(text, one.edits));
      }),
    );
  });
});
