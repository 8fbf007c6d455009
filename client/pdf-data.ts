import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8')) as {
  version: string;
};
/**
 * What drawing a page may need: tables of characters, fonts that files take for granted, and decoders of pictures, in
 * WebAssembly and, as far as the library has them so, without it.
 */
const FILES: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /((jbig2|qcms_bg)\.wasm|_nowasm_fallback\.js)$/,
};

const files = Object.entries(FILES).flatMap(([folder, wanted]) =>
  readdirSync(path.join(library, folder))
    .filter(name => wanted.test(name))
    .map(name => `${folder}/${name}`),
);

/** Puts what pdf.js fetches by name beside the application, in a folder of the library's version. */
export const pdfData = (): Plugin => {
  const base = `assets/pdf-${version}`;
  return {
    name: 'pdf-data',
    config: () => ({ define: { PDF_DATA: JSON.stringify(`/${base}/`) } }),
    configureServer(server) {
      server.middlewares.use(`/${base}/`, (request, response, next) => {
        const name = (request.url ?? '').slice(1).split('?')[0]!;
        if (!files.includes(name)) return next();
        response.setHeader(
          'content-type',
          name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
        );
        response.end(readFileSync(path.join(library, name)));
      });
    },
    generateBundle() {
      for (const name of files)
        this.emitFile({
          type: 'asset',
          fileName: `${base}/${name}`,
          source: readFileSync(path.join(library, name)),
        });
    },
  };
};
