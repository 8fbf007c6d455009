import { msg } from '@lit/localize';

/** As much of an extraction as says what the file is. */
export interface FormOfFile {
  readonly mediaType: string;
  readonly label?: string;
}

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
  'application/mediawiki+xml': () => msg('MediaWiki export'),
};

/**
 * @param label what the extractor calls such a file, for forms that are not known here
 * @returns what the file is that a text is derived from: "Web page"
 */
export const sayForm = ({ mediaType, label = mediaType }: FormOfFile): string =>
  FORMS[mediaType]?.() ?? label.charAt(0).toLocaleUpperCase() + label.slice(1);
