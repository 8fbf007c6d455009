import { msg } from '@lit/localize';
import { ApiProblem } from '../../shared/api/client.ts';
import { sayRefusal } from '../localize/say-refusal.ts';

/** @returns why a call failed, in words for the person who made it */
export function whyOf(error: unknown): string {
  return error instanceof ApiProblem ? sayRefusal(error.problem) : msg('The server did not answer.');
}
