import { setFlagsFromString } from 'node:v8';

/**
 * By how much of what is in use the engine lets its memory grow before it collects garbage, in percent. By itself it lets it
 * grow to several times of that: fast for what is short, and hundreds of megabytes of garbage for what is long. The engine
 * asks for this number at each collection, so it can be set while it runs; 0 leaves it to the engine.
 */
const GROWTH = 25;

let under = 0;

function begin(): void {
  if (under++ === 0) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

function end(): void {
  if (--under === 0) setFlagsFromString('--heap-growing-percent=0');
}

/** Does work that is long, and for which little memory counts more than a little time. */
export async function thriftily<T>(work: () => Promise<T>): Promise<T> {
  begin();
  try {
    return await work();
  } finally {
    end();
  }
}

/** Gives pieces of something long; the same holds until the last one, or until nobody wants more. */
export async function* thrifty<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  begin();
  try {
    yield* pieces;
  } finally {
    end();
  }
}
