import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where files go that come in at a place on the page. */
export type CatchFiles = (files: File[], place: Element | undefined) => void;

/**
 * Hears files that are pasted or dropped anywhere on the page while its host is there. Words that are pasted go
 * where they would have gone.
 */
export class FileCatch implements ReactiveController {
  /** What a file hangs over. */
  over: Element | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #take: CatchFiles;

  constructor(host: ReactiveControllerHost, take: CatchFiles) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onOver);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onDrop);
    addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onOver);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onDrop);
    removeEventListener('paste', this.#onPaste);
  }

  #onOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#hang(placeOf(event));
  };

  #onLeave = (event: DragEvent): void => {
    if (!event.relatedTarget) this.#hang(undefined);
  };

  #onDrop = (event: DragEvent): void => {
    this.#hang(undefined);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files, placeOf(event));
  };

  #onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    // A table copied from a spreadsheet comes as words and as a picture of them: the words are meant.
    if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    this.#take([...data.files], placeOf(event));
  };

  #hang(over: Element | undefined): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }
}

const placeOf = (event: Event): Element | undefined =>
  event.composedPath().find((node): node is Element => node instanceof Element);
