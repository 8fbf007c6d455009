import { own } from '../../../../shared/derivation/own-values.ts';
import { remark } from '../../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Extracted, type OriginalFile, Unextractable } from '../../extractor.ts';
import { latest } from '../../latest.ts';
import { chooseTexts, titleFrom } from '../../several-texts.ts';
import { recordsOf } from './records.ts';
import { EVERYTHING, patternsIn, textsAt, writeTexts } from './write.ts';

/** So many places where texts stand are offered. */
const MOST_OFFERED = 100;

/**
 * Reads JSON or JSON Lines.
 * @returns what makes text of it, by the options `path`, `rows` and `part`; it throws Unextractable where there is none
 * @throws Unextractable where the file is neither, or holds no texts
 */
export function openJson({ text = '', name }: OriginalFile): (options: ExtractionOptions) => Extracted {
  const records = recordsOf(text);
  const patterns = patternsIn(text, records);
  const [first] = patterns;
  if (!first)
    throw new Unextractable(
      'This JSON holds no texts, only other values. Add it as plain text to have it as it stands.',
    );
  const offered = [
    ...patterns
      .slice(0, MOST_OFFERED)
      .map(({ path, count }) => ({ value: path, label: `${path} (${count})` })),
    own('path', EVERYTHING),
  ];
  const at = latest((path: string) => textsAt(text, records, path));
  return options => {
    const asked = options.path;
    const path = patterns.some(one => one.path === asked) || asked === EVERYTHING ? `${asked}` : first.path;
    const { texts, lone } = at(path);
    if (texts.length === 0) throw new Unextractable(`The texts at ${path} are blank. Choose another place.`);
    const chosen = chooseTexts(texts, options);
    return {
      ...writeTexts(chosen.texts).build(),
      ...(chosen.isOne ? {} : titleFrom(name)),
      options: { path, ...chosen.options },
      choices: [{ name: 'path', values: offered }, ...chosen.choices],
      remarks: [...chosen.remarks, ...(lone > 0 ? [remark('halves-of-characters', { count: lone })] : [])],
    };
  };
}
