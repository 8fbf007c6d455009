import { msg } from '@lit/localize';
import type { Extraction } from '../../shared/model/derivation.ts';

/** The forms of files, by their media types; others are called by the type itself. */
const FORMS: Readonly<Record<string, () => string>> = {
  'text/html': () => msg('Web page'),
  'application/xhtml+xml': () => msg('Web page'),
  'application/pdf': () => msg('PDF file'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': () => msg('Word document'),
  'application/epub+zip': () => msg('E-book'),
  'application/x-subrip': () => msg('Subtitles'),
  'text/vtt': () => msg('Subtitles'),
  'text/csv': () => msg('Table'),
  'text/tab-separated-values': () => msg('Table'),
  'application/json': () => msg('Table in JSON'),
  'application/x-ndjson': () => msg('Table in JSON'),
  'application/jsonl': () => msg('Table in JSON'),
  'application/xml': () => msg('MediaWiki export'),
  'text/xml': () => msg('MediaWiki export'),
  'application/x-mediawiki+xml': () => msg('MediaWiki export'),
};

/** What the file was that a text was derived from. */
export const sayForm = ({ mediaType }: Extraction): string => FORMS[mediaType]?.() ?? mediaType;
