/* Functions that run inside the measured page: each stands alone, for it travels as its own source text. */

/** Milliseconds from clicking a document's link to the paint after its first highlighted words. */
export async function openByLink(documentId: string): Promise<number> {
  const link = document.querySelector<HTMLAnchorElement>(`a[href="/read/${documentId}"]`);
  if (!link) throw new Error('The Library does not list the document.');
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const begun = performance.now();
  link.click();
  const shows = () =>
    [...document.querySelectorAll('.reader-text mark.c:not([data-s=sugg])')].some(mark => {
      const { top, bottom } = mark.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  while (!shows()) {
    await frame();
    if (performance.now() - begun > 60_000) throw new Error('No highlighted text after a minute.');
  }
  await frame();
  await new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  return performance.now() - begun;
}

/**
 * Scrolls at a steady speed for some seconds.
 * @returns intervals between frames in milliseconds, and the share of frames in which a look at three heights found no text
 */
export async function scrollSteadily(options: {
  scroller: string;
  rows: string;
  pixelsASecond: number;
  seconds: number;
}): Promise<{ intervals: number[]; blank: number }> {
  const scroller = document.querySelector(options.scroller)!;
  const box = scroller.getBoundingClientRect();
  const column = document.querySelector(options.rows)!.getBoundingClientRect();
  const x = column.left + column.width / 4;
  const intervals: number[] = [];
  let blank = 0;
  let last = 0;
  const begun = performance.now();
  await new Promise<void>(resolve => {
    const step = (now: number) => {
      if (last > 0) intervals.push(now - last);
      last = now;
      // What stands on the screen now was laid out in the frame before.
      const covered = [0.1, 0.5, 0.9].every(part => {
        const y = box.top + box.height * part;
        return document.elementsFromPoint(x, y).some(element => element.matches(options.rows));
      });
      if (!covered && intervals.length > 1) blank++;
      if (now - begun > options.seconds * 1000) return resolve();
      scroller.scrollTop +=
        (options.pixelsASecond * Math.min(50, intervals[intervals.length - 1] ?? 16)) / 1000;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return { intervals, blank: blank / Math.max(1, intervals.length) };
}

/** Begins to wait for one more mark on the page; `markPainted` then says how many milliseconds after the next key it was painted, and in how many frames. */
export function expectMark(): void {
  const state = { begun: 0, frames: 0 };
  const known = new Set(
    [...document.querySelectorAll<HTMLElement>('.reader-text mark.c:not([data-s=sugg])')].map(
      mark => mark.dataset.id,
    ),
  );
  const result = new Promise<{ ms: number; frames: number }>(resolve => {
    addEventListener(
      'keydown',
      () => {
        state.begun = performance.now();
        const look = () => {
          state.frames++;
          const there = [
            ...document.querySelectorAll<HTMLElement>('.reader-text mark.c:not([data-s=sugg])'),
          ].some(mark => !known.has(mark.dataset.id));
          if (!there && state.frames < 600) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () =>
            resolve({ ms: performance.now() - state.begun, frames: state.frames });
          channel.port2.postMessage(0);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  (globalThis as unknown as { markPainted: typeof result }).markPainted = result;
}

/** Milliseconds from pressing a filter to the paint that follows it; pressed again afterwards. */
export async function toggleFilter(selector: string): Promise<number> {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const task = () =>
    new Promise(resolve => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  const count = () => document.querySelectorAll('.reader-text mark.c:not([data-s=sugg])').length;
  const button = document.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`There is no filter ${selector}.`);
  const before = count();
  const begun = performance.now();
  button.click();
  do {
    await frame();
    if (performance.now() - begun > 10_000) throw new Error('The filter changed nothing.');
  } while (count() === before);
  await task();
  const ms = performance.now() - begun;
  document.querySelector<HTMLElement>(selector)!.click();
  do await frame();
  while (count() !== before && performance.now() - begun < 10_000);
  return ms;
}
