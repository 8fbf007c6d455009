import { expect } from 'chai';
import fc from 'fast-check';
import { type DocumentFile, readDocument } from '../../../server/documents/read-document.ts';
import { Extracting } from '../../../server/extracting/extract-file.ts';
import { extractors } from '../../../server/extracting/registry.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { hostileFiles, type NamedFile, soundFiles } from './hostile-files.ts';

const registry = new URL('../../../server/extracting/registry.js', import.meta.url).href;

/**
 * Tests of files that nobody's program would write.
 * @param scale of the largest
 * @param runs how many damaged files of each kind are read
 */
export function hostileSuite(scale: number, runs: number): void {
  const extracting = new Extracting(registry, extractors, { time: 30_000, heap: 512, memory: 1024 });

  /** Reads a file: it is text, or refused with a sentence that says why. */
  async function read({ name, bytes }: NamedFile): Promise<DocumentFile | Refusal> {
    try {
      const file = await readDocument(bytes, { name }, { extracting });
      expect(file.text).not.to.equal('');
      return file;
    } catch (error) {
      expect(error, (error as Error).stack).to.be.instanceOf(Refusal);
      expect((error as Refusal).message).to.match(/\S \S/);
      expect((error as Refusal).message.length).to.be.below(1000);
      return error as Refusal;
    }
  }

  for (const file of soundFiles)
    it(`are told from a sound ${file.name}`, async () => {
      expect(await read(file)).to.have.property('extraction');
    });

  for (const [what, file] of Object.entries(hostileFiles(scale)))
    it(`are read or refused within the limits: ${what}`, async function () {
      // The limits count the processor's time; on a busy machine that is much longer by the clock.
      this.timeout(600_000);
      await read(file);
    });

  for (const file of soundFiles)
    it(`are read or refused, however damaged (${file.name})`, async function () {
      this.timeout(0);
      const damage = fc.array(
        fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), cuts: fc.nat(20) }),
        { minLength: 1, maxLength: 6 },
      );
      await fc.assert(
        fc.asyncProperty(damage, async damages => {
          const bytes = new Uint8Array(file.bytes);
          let end = bytes.length;
          for (const { at, byte, cuts } of damages) {
            const place = Math.floor(at * (end - 1));
            if (cuts === 0) end = Math.max(1, place);
            else bytes[place] = byte;
          }
          await read({ name: file.name, bytes: bytes.subarray(0, end) });
        }),
        { numRuns: runs },
      );
    });
}
