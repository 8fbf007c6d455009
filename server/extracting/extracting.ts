import { Worker } from 'node:worker_threads';
import { checkExtracted } from './check-extracted.ts';
import { type ExtractOpened, type Extractor, Unextractable } from './extractor.ts';
import type { FromExtractor, Ready, ToExtractor } from './messages.ts';

// The process in which extractors run. Its arguments: the address of the registry, megabytes it may take in all, and
// milliseconds of the processors' time for each file.
const [registry, memory, time] = process.argv.slice(2) as [string, string, string];

const { extractors } = (await import(registry)) as { extractors: readonly Extractor[] };
// Libraries talk while they read a broken file; nobody listens, and what is said last must tell why a process ended.
console.log = console.info = console.warn = console.error = () => undefined;
const watch = new Worker(new URL('./watch.js', import.meta.url), {
  workerData: { memory: Number(memory), time: Number(time), parent: process.ppid },
});
watch.unref();

process.on('message', (message: ToExtractor) => {
  watch.postMessage('begins');
  void answer(message).then(told => process.send!(told));
});
process.on('disconnect', () => process.exit());
process.send!({ says: 'ready' } satisfies Ready);
// A library may forget to wait for one of its promises: what it was asked for comes or does not, all the same.
process.on('unhandledRejection', () => undefined);

/** The file of which more may be wanted: only one, so that no two take up room together. */
let open: { readonly key: string; readonly extract: ExtractOpened } | undefined;

async function answer(wanted: ToExtractor): Promise<FromExtractor> {
  try {
    const extract = await opened(wanted);
    if (!extract) return { says: 'not-open' };
    const extracted = checkExtracted(await extract(wanted.options));
    return {
      says: 'extracted',
      extracted: wanted.isBrief
        ? { ...extracted, choices: [], drawn: { blocks: [], inlines: [] } }
        : extracted,
    };
  } catch (error) {
    if (error instanceof Unextractable) return { says: 'unextractable', why: error.message };
    // A file nested too deep is no fault of the program's.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return { says: 'unextractable', why: 'This file is nested too deep to be read.' };
    return { says: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function opened({ extractor: id, file, key }: ToExtractor): Promise<ExtractOpened | undefined> {
  if (!file) return open?.key === key ? open?.extract : undefined;
  open = undefined;
  const extractor = extractors.find(extractor => extractor.id === id);
  if (!extractor) throw new Error(`There is no extractor ${id}.`);
  if (key === undefined || !extractor.open) return options => extractor.extract(file, options);
  open = { key, extract: await extractor.open(file) };
  return open.extract;
}
