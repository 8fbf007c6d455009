import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import { MOST_NAMED } from '../../../shared/api/routes/transfer.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import type { Language } from '../../../shared/languages/languages.ts';
import { toast } from '../../elements/toasts.ts';
import { whyOf } from '../../frame/why.ts';
import type { Store } from '../../store/store.ts';

/** A format that the desk can be written in, as the server lists it. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  /** Columns to choose among, where it is a table. */
  readonly columns?: readonly string[] | undefined;
  /** Languages to choose among, where it is made of sentences. */
  readonly languages?: readonly Language[] | undefined;
  /** Whether it holds nothing to speak of where it is not the whole desk that is written. */
  readonly ofWhole?: true | undefined;
}

/** What is taken away: the whole desk unless documents, claims or a filter say otherwise. */
export interface ExportPart {
  readonly documents?: readonly string[] | undefined;
  readonly claims?: readonly string[] | undefined;
  readonly filter?: ClaimFilter | undefined;
  /** What the server gave for documents or claims that are too many for an address. */
  readonly part?: string | undefined;
  /** Columns of a table; all of them where none are given. */
  readonly columns?: readonly string[] | undefined;
  readonly language?: Language | undefined;
}

/** The format that carries everything, so that there is nothing to say before it is written. */
export const LOSSLESS = 'variorum-json';

/** @returns what an export is asked for with. */
export function exportQuery({ documents, claims, filter, part, columns, language }: ExportPart) {
  return {
    ...(documents ? { document: documents.join(',') } : {}),
    ...(claims ? { claims: claims.join(',') } : {}),
    ...(part ? { part } : {}),
    ...(filter ? { filter: JSON.stringify(filter) } : {}),
    ...(columns ? { columns: columns.join(',') } : {}),
    ...(language ? { lang: language } : {}),
  };
}

/**
 * Has the server keep which documents or claims are meant, where they are too many for an address.
 * @returns what an export is asked for with in place of them
 */
export async function namable(
  client: Pick<Store['client'], 'keepPart'>,
  asked: ExportPart,
): Promise<ExportPart> {
  const { documents, claims, ...rest } = asked;
  if ((documents?.length ?? 0) + (claims?.length ?? 0) <= MOST_NAMED) return asked;
  const scope = claims
    ? { of: 'claims' as const, claims: [...claims] }
    : { of: 'documents' as const, documents: [...documents!] };
  const { part } = await client.keepPart({ body: { scope } });
  return { ...rest, part };
}

/**
 * Lets the person keep the desk or a part of it as a file.
 * @param bytes how many it comes to, where that is known
 */
export function downloadExport(format: string, part: ExportPart, bytes?: number): void {
  download(urlOf(contract.exportDesk, { params: { format }, query: exportQuery(part) }), bytes);
}

/** Lets the person keep what an address gives as a file, shows how far it is, and lets them call it off. */
export function download(address: string, bytes?: number): void {
  import('./downloads.ts').then(
    ({ bring }) => bring(address, bytes),
    (error: unknown) => toast(whyOf(error), { tone: 'error' }),
  );
}
