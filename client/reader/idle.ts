/** Calls `run` when the browser has time, with a function that says how many milliseconds are left. */
export function whenIdle(run: (left: () => number) => void): number {
  if (typeof requestIdleCallback === 'function')
    return requestIdleCallback(deadline => run(() => deadline.timeRemaining()), { timeout: 500 });
  return window.setTimeout(() => {
    const until = performance.now() + 8;
    run(() => Math.max(0, until - performance.now()));
  }, 40);
}

/** Calls off what `whenIdle` promised. */
export function cancelIdle(id: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(id);
  else clearTimeout(id);
}
