import type { Page } from 'playwright-core';

/** What shows that a gesture has worked: these elements are others, or say something else, or the address is another. */
export interface Sight {
  readonly selectors: readonly string[];
  readonly address?: boolean;
}

/** What was seen of one gesture. */
export interface Seen {
  readonly gesture: string;
  /** From the key or the press to the paint that shows its result, in milliseconds. */
  readonly ms: number;
}

interface Watching {
  sightSeen?: Promise<number>;
}

/** Begins to watch for a sight to change after the next key or press; runs in the page. */
function watch({ selectors, address, most }: Sight & { most: number }): void {
  const look = () =>
    selectors
      .map(selector =>
        [...document.querySelectorAll<HTMLInputElement>(selector)]
          .map(
            element =>
              `${element.dataset.id ?? ''} ${element.className} ${element.getAttribute('aria-pressed')} ${element.checked} ${element.textContent}`,
          )
          .join('|'),
      )
      .join('\n') + (address ? location.href : '');
  const before = look();
  (globalThis as Watching).sightSeen = new Promise((resolve, reject) => {
    const begin = ({ timeStamp }: Event) => {
      removeEventListener('keydown', begin, true);
      removeEventListener('pointerdown', begin, true);
      const frame = () => {
        if (look() === before) {
          if (performance.now() - timeStamp > most) reject(new Error('nothing changed'));
          else requestAnimationFrame(frame);
          return;
        }
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(frame);
    };
    addEventListener('keydown', begin, true);
    addEventListener('pointerdown', begin, true);
  });
  (globalThis as Watching).sightSeen?.catch(() => undefined);
}

/** Milliseconds after which a gesture counts as failed. */
const MOST = 10_000;

/**
 * Makes a gesture and takes the time until its result is painted.
 * @throws Error naming the gesture where nothing came of it
 */
export async function timed(
  page: Page,
  gesture: string,
  sight: Sight,
  make: () => Promise<void>,
): Promise<Seen> {
  await page.evaluate(watch, { ...sight, most: MOST });
  await make();
  try {
    return { gesture, ms: await page.evaluate(() => (globalThis as Watching).sightSeen!) };
  } catch (error) {
    throw new Error(`${gesture}: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Begins to collect the lengths of long tasks, in milliseconds. */
export async function collectLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    (globalThis as { longTasks?: number[] }).longTasks = tasks;
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** @returns the lengths of the long tasks since the page was loaded, and forgets them */
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks?.splice(0) ?? []);

/**
 * What the page holds, in megabytes, after a collection and without the code that the engine compiled: that grows with
 * what was done before and is let go when the engine pleases.
 */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { snapshot, nodes } = JSON.parse(pieces.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type]!.indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] !== code) bytes += nodes[at + size]!;
  return bytes / 1e6;
}

/** As Chromium writes it: the nodes' fields one after the other. */
interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: string[][] } };
  readonly nodes: number[];
}
