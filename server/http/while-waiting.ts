import type { Response } from 'express';
import type { Send } from './mount.ts';

/** Answers with what takes its time, and gives it up where nobody waits for it any more. */
export function whileWaiting(work: (signal: AbortSignal) => Promise<unknown>): Send {
  return async (_request, response: Response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await work(gone.signal).catch(error => {
      if (gone.signal.aborted) return undefined;
      throw error;
    });
    if (answer !== undefined) response.set('cache-control', 'no-store').json(answer);
  };
}
