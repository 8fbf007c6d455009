import { msg, str } from '@lit/localize';
import { ApiProblem } from '../../../shared/api/client.ts';
import { whyOf } from '../../frame/why.ts';
import { saySize } from '../../localize/say-size.ts';
import type { OfferedRevision } from '../../panels/offered-revision.ts';
import type { Candidate, Mend } from './candidate.ts';

type Body = Uint8Array<ArrayBuffer>;

/**
 * Gives a call a candidate's bytes in the way that costs least: by what the server keeps of them, or else the bytes. Where
 * the server does not keep them any more, they are sent after all.
 * @param call takes what the query says of the bytes, and the body, which is empty where the query names them
 */
export async function withFile<T>(
  { file, fetched, kept }: Candidate,
  call: (query: { upload?: string; fetched?: string }, body: Body) => Promise<T>,
): Promise<T> {
  if (fetched) return call({ fetched: fetched.fetched }, new Uint8Array());
  if (kept) {
    try {
      return await call({ upload: kept }, new Uint8Array());
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return call({}, new Uint8Array(await file.arrayBuffer()));
}

/**
 * Gives a call what names a candidate's bytes on the server; where the server does not keep them, they are sent there
 * first.
 * @param send keeps the bytes there
 */
export async function withKept<T>(
  candidate: Candidate,
  sha256: string,
  send: (body: Body) => Promise<unknown>,
  call: (file: { upload: string } | { fetched: string }) => Promise<T>,
): Promise<T> {
  const { file, fetched, kept } = candidate;
  if (fetched) return call({ fetched: fetched.fetched });
  if (kept) {
    try {
      return await call({ upload: kept });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  await send(new Uint8Array(await file.arrayBuffer()));
  return call({ upload: sha256 });
}

const isGone = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.status === 404 || error.problem.errors?.some(({ path }) => path === 'query.upload') === true);

/** @returns why a call failed, and what may help: another encoding or reading where the server says so, the same again where it did not get to an answer */
export function refusalOf(error: unknown): { readonly why: string; readonly mend?: Mend } {
  const why = whyOf(error);
  // What carries files throws this where no answer comes.
  if (error instanceof TypeError) return { why, mend: 'back' };
  if (!(error instanceof ApiProblem) || error.status >= 500) return { why, mend: 'again' };
  const paths = error.problem.errors?.map(({ path }) => path) ?? [];
  if (paths.includes('query.encoding')) return { why, mend: 'encoding' };
  return paths.some(path => path === 'query.extractor' || path === 'query.options')
    ? { why, mend: 'reading' }
    : { why };
}

export function sayTooLarge(size: number, limit: number): string {
  return msg(
    str`It has ${saySize(size)}; at most ${saySize(limit)} can be added. Split it and add the parts.`,
  );
}

/** @returns a candidate as the next revision of a document instead, read as was said */
export function revisionOf(documentId: string, { file, fetched, how, name }: Candidate): OfferedRevision {
  return {
    documentId,
    name,
    size: file.size,
    how,
    ...(fetched ? { fetched: fetched.fetched } : {}),
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
