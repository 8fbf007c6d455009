/** The exit code of what was stopped by Ctrl C, as shells have it. */
export const STOPPED = 130;

/** Somebody has stopped it; the message says what is left of it. */
export class Stopped extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'Stopped';
  }
}

/**
 * Does work that is given up at Ctrl C; another Ctrl C ends the process at once.
 * @param says what is left of the work then: nothing
 */
export async function stoppable<T>(says: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Stopped(says));
  process.once('SIGINT', stop);
  try {
    return await work(stopping.signal);
  } catch (error) {
    stopping.signal.throwIfAborted();
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

/** Milliseconds after which signals are heard. */
const SLICE_MS = 12;

/** Gives pieces of something long for as long as it is wanted. @throws the signal's reason then */
export async function* heeding<T>(pieces: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  let since = performance.now();
  for await (const piece of pieces) {
    if (performance.now() - since > SLICE_MS) {
      await new Promise(resolve => setImmediate(resolve));
      since = performance.now();
    }
    signal.throwIfAborted();
    yield piece;
  }
}
