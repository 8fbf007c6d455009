import type { Extractor } from '../../../server/extracting/extractor.ts';
import { extractors as honest } from './trying.ts';

/** The same kind under the same version, read by something that finds other words. */
export const extractors: readonly Extractor[] = honest.map(extractor => ({
  ...extractor,
  async open(file) {
    const extract = await extractor.open!(file);
    return async options => {
      const made = await extract(options);
      return { ...made, text: made.text.replace('Forty', 'Fifty') };
    };
  },
}));
