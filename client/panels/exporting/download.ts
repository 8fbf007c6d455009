import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';

/** A format that the desk can be written in, as the server lists it. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  /** Columns to choose among, where it is a table. */
  readonly columns?: readonly string[] | undefined;
}

/** What is taken away: the whole desk unless a document or a filter says otherwise. */
export interface ExportPart {
  readonly document?: string | undefined;
  readonly filter?: ClaimFilter | undefined;
  /** Columns of a table; all of them where none are given. */
  readonly columns?: readonly string[] | undefined;
}

/** The format that carries everything, so that there is nothing to say before it is written. */
export const LOSSLESS = 'variorum-json';

/** @returns what an export is asked for with. */
export function exportQuery({ document: id, filter, columns }: ExportPart) {
  return {
    ...(id ? { document: id } : {}),
    ...(filter ? { filter: JSON.stringify(filter) } : {}),
    ...(columns ? { columns: columns.join(',') } : {}),
  };
}

/** Lets the person keep the desk or a part of it as a file; the browser shows how far it is and can call it off. */
export function downloadExport(format: string, part: ExportPart): void {
  download(urlOf(contract.exportDesk, { params: { format }, query: exportQuery(part) }));
}

/** Lets the person keep what an address gives as a file. */
export function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
