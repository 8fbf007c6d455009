import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { droppedEntries } from './gather/folder.ts';

export interface DropTargets {
  /** @param place the element that files were dropped on; none where they were pasted */
  files(files: File[], place: Element | undefined): void;
  /** @param page the web page of the words, where there is one; empty otherwise */
  text(text: string, page: string): void;
  /** Folders, and files among them; without it, folders are what their names say. */
  folders?(entries: readonly FileSystemEntry[]): void;
}

/** Takes in what is dropped or pasted anywhere on the page while its screen is shown. */
export class Drops implements ReactiveController {
  /** Whether something that can be dropped hangs over the page. */
  over = false;
  /** What it hangs over. */
  place: Element | undefined;
  #host: ReactiveControllerHost;
  #targets: DropTargets;

  constructor(host: ReactiveControllerHost, targets: DropTargets) {
    this.#host = host;
    this.#targets = targets;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.#onOver);
    window.addEventListener('dragleave', this.#onLeave);
    window.addEventListener('drop', this.#onDrop);
    window.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.#onOver);
    window.removeEventListener('dragleave', this.#onLeave);
    window.removeEventListener('drop', this.#onDrop);
    window.removeEventListener('paste', this.#onPaste);
  }

  #onOver = (event: DragEvent): void => {
    if (!event.dataTransfer || !takes(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#hang(true, elementOf(event));
  };

  #onLeave = (event: DragEvent): void => {
    // Leaving the window goes to no element; leaving one element for another stays on the page.
    if (!event.relatedTarget) this.#hang(false);
  };

  #onDrop = (event: DragEvent): void => {
    this.#hang(false);
    if (!event.dataTransfer || !takes(event.dataTransfer)) return;
    event.preventDefault();
    this.#take(event.dataTransfer, elementOf(event));
  };

  #onPaste = (event: ClipboardEvent): void => {
    const place = event.composedPath()[0];
    if (place instanceof HTMLElement && place.closest('input, textarea, select, [contenteditable]')) return;
    if (event.clipboardData && this.#take(event.clipboardData)) event.preventDefault();
  };

  #take(data: DataTransfer, place?: Element): boolean {
    const files = [...data.files];
    const text = data.getData('text/plain');
    const entries = this.#targets.folders && droppedEntries(data);
    if (entries) this.#targets.folders!(entries);
    else if (files.length > 0 && !isPicture(data)) this.#targets.files(files, place);
    else if (text) this.#targets.text(text, data.getData('text/html'));
    return files.length > 0 || text !== '';
  }

  #hang(over: boolean, place?: Element): void {
    if (this.over === over && this.place === place) return;
    this.over = over;
    this.place = place;
    this.#host.requestUpdate();
  }
}

const elementOf = (event: Event): Element | undefined =>
  event.composedPath().find((node): node is Element => node instanceof Element);

/** A table copied from a spreadsheet comes as words and as a picture of them: the words are meant. */
const isPicture = (data: DataTransfer): boolean =>
  data.types.includes('text/plain') && [...data.files].every(({ type }) => type.startsWith('image/'));

/** Files and text, but not what is only moved about on the page itself. */
function takes(data: DataTransfer): boolean {
  return (
    data.types.includes('Files') ||
    (data.types.includes('text/plain') && !data.types.includes('text/uri-list'))
  );
}
