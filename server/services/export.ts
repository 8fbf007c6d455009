import type { ClaimFilter } from '../../shared/claim-index/filter.ts';
import type { DeskView, Format } from '../../shared/formats/format.ts';
import { formats, formatWith } from '../../shared/formats/registry.ts';
import { scopeOf } from '../../shared/formats/scope.ts';
import type { Storage } from '../storage/port.ts';
import { viewDesk } from './export-view.ts';
import { Refusal } from './refusal.ts';

export interface ExportRequest {
  /** A format's id. */
  readonly format: string;
  readonly document?: string;
  readonly filter?: ClaimFilter;
}

/** An export under way. The text comes piece by piece; an error while it comes means that what came is not whole. */
export interface DeskExport {
  readonly format: Format;
  /** A name for the file, in ASCII letters, digits, dots and hyphens. */
  readonly fileName: string;
  readonly pieces: AsyncIterable<string>;
}

/**
 * Writes the desk, a document, or the claims that pass a filter, in a format.
 * @throws Refusal where there is no such format or no such document
 */
export async function exportDesk(storage: Storage, request: ExportRequest): Promise<DeskExport> {
  const format = formatWith(request.format);
  if (!format)
    throw new Refusal(
      'not-found',
      `There is no format "${request.format}"; there are ${formats.map(({ id }) => id).join(', ')}.`,
    );
  const view = await viewDesk(storage, scopeOf(request.document, request.filter));
  return {
    format,
    fileName: `${nameOf(view)}.${format.extension}`,
    pieces: format.encode(view),
  };
}

function nameOf({ objects, scope }: DeskView): string {
  if (scope.of === 'whole') return 'desk';
  const title = objects.document.find(({ id }) => id === scope.document)?.object.title ?? 'claims';
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return (plain || 'document') + (scope.of === 'filter' ? '-filtered' : '');
}
