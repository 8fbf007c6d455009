import { fileURLToPath } from 'node:url';
import { defineConfig, type ProxyOptions } from 'vite';
import { codedAssets } from './coded-assets.ts';
import { pdfData } from './pdf-data.ts';
import { serviceWorker } from './service-worker/shell.ts';

const server = `http://localhost:${process.env.PORT ?? '4400'}`;

/** Hands a request to the server as if its own page had made it, so that the same-origin check holds. */
const toServer: ProxyOptions = {
  target: server,
  changeOrigin: true,
  configure: proxy => {
    proxy.on('proxyReq', request => {
      if (request.hasHeader('origin')) request.setHeader('origin', server);
    });
  },
};

const noFetch = fileURLToPath(new URL('./elements/no-fetch.ts', import.meta.url));

const worker = fileURLToPath(new URL('./service-worker/worker.ts', import.meta.url));

export default defineConfig({
  plugins: [
    serviceWorker(worker, fileURLToPath(new URL('./public', import.meta.url))),
    codedAssets(),
    pdfData(),
  ],
  resolve: { alias: { 'node-fetch': noFetch, 'sync-fetch': noFetch } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The policy allows no inline data in scripts and fonts; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The citation engine is one large chunk, loaded only where a reference is written out.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Every file costs a request: what begins the application is one, and what many screens share is another.
        codeSplitting: {
          groups: [
            { name: 'application', test: /\bclient\/main\.ts$/, priority: 1 },
            // Web Awesome comes with icons of its own; neither is any part of the first load.
            {
              name: 'controls',
              test: /@awesome\.me\/webawesome\/dist\/(components|chunks)\/|\bclient\/(elements\/web-awesome|panels\/exporting\/export-menu)\.ts$/,
              priority: 1,
            },
            { name: 'common', minShareCount: 4 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/api': toServer, '/annotations': toServer, '/healthz': toServer, '/readyz': toServer },
  },
});
