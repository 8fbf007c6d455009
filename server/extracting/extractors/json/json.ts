import type { ExtractOpened, Extractor, OriginalFile } from '../../extractor.ts';

async function open(file: OriginalFile): Promise<ExtractOpened> {
  const { openJson } = await import('./open-json.ts');
  return openJson(file);
}

/** Reads texts that stand in JSON or JSON Lines: those at one place of each record. */
export const json: Extractor = {
  id: 'json',
  version: '1 (jsonc-parser 3.3)',
  label: 'JSON with texts in it',
  mediaType: 'application/json',
  endings: ['json', 'jsonl', 'ndjson'],
  reads: 'text',
  recognises: (_beginning, name) => /\.(?:json|jsonl|ndjson)$/i.test(name ?? ''),
  open,
  extract: async (file, options) => (await open(file))(options),
};
