import { urlOf } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { currentRevision, type Document, type Revision } from '../../shared/model/document.ts';
import { addressOf, type Route } from '../router/routes.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/x-wiki': 'wiki',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'application/epub+zip': 'epub',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/x-subrip': 'srt',
  'text/vtt': 'vtt',
  'text/csv': 'csv',
  'application/json': 'json',
};

/** @returns where the very bytes of a revision lie */
export const originalAddress = (id: string, revision: string): string =>
  urlOf(contract.getRevisionBytes, { params: { id, revision } });

/** @returns the name under which a revision's bytes are saved: the file's own, or the title with an ending that tells the kind */
export function originalName({ title, origin = '', mediaType }: Document, { reading }: Revision): string {
  const own = /([^/\\?#]+\.[a-z0-9]{1,6})$/i.exec(origin)?.[1];
  if (own && !/^https?:/i.test(origin)) return own;
  const ending = ENDINGS[reading.extraction?.mediaType ?? mediaType] ?? 'bin';
  return `${title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 100)}.${ending}`;
}

/** Lets the person keep the file of which a document's text was made. */
export function downloadOriginal(document: Document): void {
  const revision = currentRevision(document);
  const link = window.document.createElement('a');
  link.href = originalAddress(document.id, revision.id);
  link.download = originalName(document, revision);
  link.click();
}

/** @returns where the bytes of a revision can be read otherwise */
export const otherwiseRoute = (documentId: string, revision: string): Route => ({
  screen: 'revise',
  documentId,
  query: `again=${revision}&otherwise=`,
});

export const otherwiseAddress = (documentId: string, revision: string): string =>
  addressOf(otherwiseRoute(documentId, revision));
