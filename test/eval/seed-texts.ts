import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CheckedText } from '../../shared/detectors/checked-text.ts';
import type { MediaType } from '../../shared/model/document.ts';

interface SeedEntry {
  readonly file: string;
  readonly mediaType: MediaType;
  readonly title: string;
  readonly language: string;
}

/** The texts that come with the program, by the names of their files, as detectors and rules see them. */
export function seedTexts(): { readonly documentId: string; readonly checked: CheckedText }[] {
  const folder = new URL('../../../seeds/', import.meta.url);
  const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');
  const documents = JSON.parse(read('manifest.json')) as readonly SeedEntry[];
  return documents.map(({ file, mediaType, title, language }) => ({
    documentId: file,
    checked: new CheckedText({ documentId: file, text: read(file), mediaType, title, language }),
  }));
}
