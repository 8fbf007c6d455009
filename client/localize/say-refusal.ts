import { msg, str } from '@lit/localize';
import { type Problem, type ProblemKind, problemType } from '../../shared/api/problem.ts';
import { getLocale } from './localize.ts';

/** What a kind of refusal means for the person, in a sentence. */
const KINDS: Readonly<Record<ProblemKind, () => string>> = {
  'bad-input': () => msg('The server could not take this as it is.'),
  forbidden: () => msg('The server does not allow this.'),
  'not-found': () => msg('It is not on the server.'),
  gone: () => msg('It was removed.'),
  stale: () => msg('It has changed in the meantime.'),
  'condition-failed': () => msg('It has changed in the meantime.'),
  'wrong-method': () => msg('The server does not do this there.'),
  'not-acceptable': () => msg('It is not to be had in this form.'),
  'too-large': () => msg('It is too large.'),
  'unsupported-type': () => msg('Files of this kind cannot be taken in.'),
  unreadable: () => msg('It cannot be read as text.'),
  'too-many': () => msg('The server is asked too much at once. Try again in a moment.'),
  failed: () => msg('The server failed.'),
  unreachable: () => msg('It could not be fetched.'),
  'read-only': () => msg('The desk cannot be written now.'),
};

/**
 * Says why the server refused. Its own words are English: in other languages the kind of refusal is said, with them
 * behind it, since they are the more exact.
 */
export function sayRefusal({ type, title, detail, errors }: Problem): string {
  const exact = errors?.[0]?.message ?? detail;
  const kind = Object.entries(KINDS).find(([kind]) => problemType(kind as ProblemKind) === type)?.[1];
  if (getLocale() === 'en' || !kind) return exact ?? title;
  return exact ? msg(str`${kind()} The server says: “${exact}”`) : kind();
}
