/**
 * Does so many things at once and lets the others wait, in the order in which they came.
 * @returns does one when its turn has come
 */
export function lanes(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async work => {
    if (busy >= width) await new Promise<void>(resolve => waiting.push(resolve));
    else busy++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  };
}
