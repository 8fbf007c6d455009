import {
  type Choice,
  type Extracted,
  type Extractor,
  type OriginalFile,
  Unextractable,
} from '../../extractor.ts';
import { chooseTexts, titleFrom } from '../../several-texts.ts';

/** So many places where texts stand are offered. */
const MOST_OFFERED = 100;

/** Reads texts that stand in JSON or JSON Lines: those at one place of each record. */
export const json: Extractor = {
  id: 'json',
  version: '1 (jsonc-parser 3.3)',
  label: 'JSON with texts in it',
  mediaType: 'application/json',
  endings: ['json', 'jsonl', 'ndjson'],
  reads: 'text',
  recognises: (_beginning, name) => /\.(?:json|jsonl|ndjson)$/i.test(name ?? ''),
  async extract({ text = '', name }: OriginalFile, options): Promise<Extracted> {
    const [{ recordsOf }, write] = await Promise.all([import('./records.ts'), import('./write.ts')]);
    const records = recordsOf(text);
    const patterns = write.patternsIn(text, records);
    const [first] = patterns;
    if (!first) throw new Unextractable('This JSON holds no texts.');
    const offered = [
      ...patterns
        .slice(0, MOST_OFFERED)
        .map(({ path, count }) => ({ value: path, label: `${path} (${count})` })),
      { value: write.EVERYTHING, label: 'All texts' },
    ];
    const asked = options.path;
    const path =
      patterns.some(one => one.path === asked) || asked === write.EVERYTHING ? `${asked}` : first.path;
    const { texts, lone } = write.textsAt(text, records, path);
    if (texts.length === 0) throw new Unextractable(`The texts at ${path} are blank. Choose another place.`);
    const chosen = chooseTexts(texts, options);
    const choices: Choice[] = [{ name: 'path', values: offered }, ...chosen.choices];
    return {
      ...write.writeTexts(chosen.texts).build(),
      ...(chosen.isOne ? {} : titleFrom(name)),
      options: { path, ...chosen.options },
      choices,
      remarks:
        lone > 0 ? [`Halves of characters and NUL, which are no text, stand as \ufffd (${lone}).`] : [],
    };
  },
};
