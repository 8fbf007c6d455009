import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where the build has put what the library fetches by name. */
declare const PDF_DATA: string;

/** Files up to so many bytes are fetched as a whole, larger ones as far as pages are looked at. */
const WHOLE = 8_000_000;
const PIECE = 256 * 1024;
/** Most pixels that a page is drawn with. */
const MOST_PIXELS = 16_000_000;

/** Why an original cannot be shown. */
export type Trouble = 'away' | 'missing' | 'broken';

/** A PDF whose pages are drawn. Pages are counted from 1. */
export class PdfFile {
  readonly pages: number;
  readonly #file: PDFDocumentProxy;
  readonly #task: PDFDocumentLoadingTask;
  readonly #port: Worker;

  private constructor(file: PDFDocumentProxy, task: PDFDocumentLoadingTask, port: Worker) {
    this.#file = file;
    this.#task = task;
    this.#port = port;
    this.pages = file.numPages;
  }

  /**
   * @param from the file, or where it is fetched
   * @param bytes how long the file is
   * @param progress is told the share that has come, from 0 to 1
   * @throws what `troubleOf` tells apart
   */
  static async open(
    from: { readonly url: string } | { readonly data: ArrayBuffer },
    bytes: number,
    progress: (share: number) => void,
  ): Promise<PdfFile> {
    const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    GlobalWorkerOptions.workerPort = port;
    const isWhole = bytes <= WHOLE;
    const task = getDocument({
      ...from,
      disableRange: isWhole,
      disableStream: !isWhole,
      disableAutoFetch: !isWhole,
      rangeChunkSize: PIECE,
      isEvalSupported: false,
      enableXfa: false,
      cMapUrl: `${PDF_DATA}cmaps/`,
      standardFontDataUrl: `${PDF_DATA}standard_fonts/`,
      wasmUrl: `${PDF_DATA}wasm/`,
      verbosity: 0,
    });
    task.onProgress = ({ loaded }: { loaded: number }) => progress(Math.min(1, loaded / Math.max(1, bytes)));
    try {
      return new PdfFile(await task.promise, task, port);
    } catch (error) {
      await task.destroy().catch(() => undefined);
      port.terminate();
      throw error;
    }
  }

  page(number: number): Promise<PDFPageProxy> {
    return this.#file.getPage(number);
  }

  close(): void {
    void this.#task
      .destroy()
      .catch(() => undefined)
      .finally(() => this.#port.terminate());
  }
}

/** @returns what keeps a file or a page of it from being shown */
export function troubleOf(error: unknown): Trouble {
  const { name, status } = error as { name?: string; status?: number };
  if (name === 'ResponseException' && status) return status === 404 || status === 410 ? 'missing' : 'broken';
  return ['InvalidPDFException', 'PasswordException', 'FormatError'].includes(name ?? '') ? 'broken' : 'away';
}

/**
 * Draws a page so wide in CSS pixels.
 * @returns a new canvas, once it is drawn
 * @throws where it cannot be drawn, or `signal` aborts
 */
export async function drawPage(
  page: PDFPageProxy,
  width: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const natural = page.getViewport({ scale: 1 });
  const wanted = (width / natural.width) * Math.min(3, devicePixelRatio || 1);
  const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  return canvas;
}
