import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';
/**
 * Writing systems of fonts that neither the languages of the interface nor most texts need, and what few originals need to
 * be drawn: they come, and are kept, when they are first needed.
 */
const LEFT_OUT = /(greek|vietnamese|math|symbols)[\w-]*\.woff2$|^assets\/pdf-\d/;

/**
 * Builds the service worker beside the application, and writes into it which files make it up.
 * @param publicFolder holds files that are copied as they are
 */
export function serviceWorker(entry: string, publicFolder: string): Plugin {
  return {
    name: 'variorum-service-worker',
    apply: 'build',
    config: () => ({
      build: {
        rollupOptions: {
          input: { index: 'index.html', 'service-worker': entry },
          output: {
            entryFileNames: chunk => (chunk.name === 'service-worker' ? WORKER : 'assets/[name]-[hash].js'),
          },
        },
      },
    }),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
        if (worker.imports.length > 0) throw new Error('The service worker has to be one file.');
        const files = Object.keys(bundle)
          .filter(name => name !== WORKER && name !== 'index.html' && !LEFT_OUT.test(name))
          .map(name => `/${name}`);
        for (const name of readdirSync(publicFolder)) files.push(`/${name}`);
        const page = bundle['index.html'];
        const hash = createHash('sha256').update(files.sort().join('\n'));
        // Their names do not stand for their content.
        hash.update(page?.type === 'asset' ? page.source : '');
        for (const name of readdirSync(publicFolder))
          hash.update(readFileSync(path.join(publicFolder, name)));
        const version = hash.digest('hex').slice(0, 12);
        worker.code = `const SHELL=${JSON.stringify({ version, files })};${worker.code}`;
      },
    },
  };
}
