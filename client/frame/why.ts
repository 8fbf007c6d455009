import { msg } from '@lit/localize';
import { ApiProblem } from '../../shared/api/client.ts';

/** @returns why a call failed, in words for the person who made it */
export function whyOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return msg('The server did not answer.');
  const { problem } = error;
  return problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
}
