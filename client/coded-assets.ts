import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** One step below the last, which takes twice as long for a fiftieth less. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };

/** Puts scripts and styles beside themselves as small as Brotli makes them, which takes too long to do while somebody waits. */
export const codedAssets = (): Plugin => ({
  name: 'coded-assets',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    const texts = Object.values(bundle).filter(({ fileName }) => /^assets\/[^/]+\.(js|css)$/.test(fileName));
    await Promise.all(
      texts.map(async file => {
        const source = file.type === 'chunk' ? file.code : file.source;
        await writeFile(
          path.join(dir!, `${file.fileName}.br`),
          await promisify(brotliCompress)(source, { params }),
        );
      }),
    );
  },
});
