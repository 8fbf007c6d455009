import { expect } from 'chai';
import { type Extracted, type Extractor, Unextractable } from '../../../../server/extracting/extractor.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { Derivation } from '../../../../shared/model/derivation.ts';

/** Extracts text, as text or bytes, and sees that what an extractor promises of every file holds. */
export async function extracted(
  extractor: Extractor,
  file: string | Uint8Array,
  options: ExtractionOptions = {},
  name?: string,
): Promise<Extracted> {
  const bytes = typeof file === 'string' ? Buffer.from(file, 'utf8') : file;
  const text = typeof file === 'string' ? file : undefined;
  const made = await extractor.extract(
    { bytes, ...(text === undefined ? {} : { text }), ...(name === undefined ? {} : { name }) },
    options,
  );
  requireSound(made);
  return made;
}

function requireSound({ text, derivation }: Extracted): void {
  expect(text).to.match(/\S/);
  expect(text).not.to.match(/\r|^\n|\n$/);
  const { stretches, blocks, inlines } = Derivation.parse(derivation);
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start < end || stretch.end <= stretch.start || stretch.end > text.length)
      expect.fail(`stretch ${JSON.stringify(stretch)} after ${end}, text ${text.length}`);
    end = stretch.end;
  }
  let open: { start: number; end: number }[] = [];
  for (const block of blocks) {
    open = open.filter(outer => outer.end > block.start || outer.start === block.start);
    const outer = open.at(-1);
    if (block.end > text.length || block.end < block.start || (outer && block.end > outer.end))
      expect.fail(`block ${JSON.stringify(block)} in ${JSON.stringify(outer)}`);
    open.push(block);
  }
  for (const inline of inlines) expect(inline.end).to.be.within(inline.start + 1, text.length);
}

/** @returns blocks as their kind and text: `heading 1: Title` */
export function blocksOf({ text, derivation }: Extracted): string[] {
  return derivation.blocks.map(block => {
    const more = 'level' in block ? ` ${block.level}` : 'depth' in block ? ` ${block.depth}` : '';
    return `${block.kind}${more}: ${text.slice(block.start, block.end)}`;
  });
}

/** @returns why nothing can be read in a file */
export async function refusalOf(
  extractor: Extractor,
  file: string | Uint8Array,
  options: ExtractionOptions = {},
): Promise<string> {
  try {
    await extracted(extractor, file, options);
  } catch (error) {
    if (error instanceof Unextractable) return error.message;
    throw error;
  }
  return 'it was read';
}
