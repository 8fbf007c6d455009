import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../shared/api/client.ts';
import { ATTACHMENT_BYTES, type Attachment, AttachmentType } from '../../shared/model/attachment.ts';
import { saySize } from '../localize/say-size.ts';
import type { Store } from '../store/store.ts';

/** A file on its way to become an attachment. */
export interface IncomingFile {
  readonly key: string;
  readonly file: File;
  readonly name: string;
  /** How much of it has left, from 0 to 1; undefined before it goes. */
  readonly share?: number;
  /** Why it does not become one. */
  readonly problem?: string;
}

/** Takes files in, sends their bytes ahead, and gives each as an attachment; without a server it waits with its change. */
export class Attaching implements ReactiveController {
  incoming: readonly IncomingFile[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  readonly #attached: (attachment: Attachment) => void;
  readonly #calls = new Map<string, AbortController>();

  constructor(host: ReactiveControllerHost, store: () => Store, attached: (attachment: Attachment) => void) {
    this.#host = host;
    this.#store = store;
    this.#attached = attached;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Whether something is still being sent. */
  get busy(): boolean {
    return this.incoming.some(({ problem }) => problem === undefined);
  }

  async take(files: Iterable<File>): Promise<void> {
    for (const file of files) await this.#take({ key: newId(), file, name: nameOf(file) });
  }

  /** Calls a file off, or puts away what is said of it. */
  dismiss(key: string): void {
    this.#calls.get(key)?.abort();
    this.incoming = this.incoming.filter(one => one.key !== key);
    this.#host.requestUpdate();
  }

  async #take(one: IncomingFile): Promise<void> {
    this.incoming = [...this.incoming, one];
    this.#host.requestUpdate();
    const { file, key, name } = one;
    const problem = problemOf(file);
    if (problem) return this.#set(key, { problem });
    const { files, signature } = this.#store();
    const call = new AbortController();
    this.#calls.set(key, call);
    try {
      const sha256 = await files.take(file);
      const isThere = await this.#send(sha256, key, call.signal);
      if (call.signal.aborted) return;
      if (!isThere) await files.keep(sha256);
      this.dismiss(key);
      this.#attached({
        ...{ id: newId(), sha256, name, mediaType: typeOf(file)!, size: file.size },
        ...{ addedBy: signature, addedAt: new Date().toISOString() },
      });
    } catch (error) {
      if (call.signal.aborted) return;
      this.#set(key, { problem: error instanceof ApiProblem ? error.message : UNREAD() });
    } finally {
      this.#calls.delete(key);
    }
  }

  /** @returns whether the server has it; it may also have it with the change that names it @throws ApiProblem where it will not */
  async #send(sha256: string, key: string, signal: AbortSignal): Promise<boolean> {
    try {
      await this.#store().files.send(sha256, { signal, sent: share => this.#set(key, { share }) });
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) throw error;
      return false;
    }
  }

  #set(key: string, values: Partial<IncomingFile>): void {
    this.incoming = this.incoming.map(one => (one.key === key ? { ...one, ...values } : one));
    this.#host.requestUpdate();
  }
}

const UNREAD = () => msg('It could not be read. A folder cannot be attached; choose the files in it.');

function problemOf(file: File): string | undefined {
  if (file.size > ATTACHMENT_BYTES)
    return msg(str`It has ${saySize(file.size)}; at most ${saySize(ATTACHMENT_BYTES)} can be attached.`);
  if (typeOf(file) === undefined)
    return msg('Pictures (PNG, JPEG, WebP, GIF), PDF and plain text can be attached, this cannot.');
  return file.size === 0 ? msg('It is empty.') : undefined;
}

/** What may be attached, as the browser's chooser of files takes it. */
export const ACCEPTED: string = [...AttachmentType.options, '.txt', '.md', '.csv', '.log'].join(',');

/** The type as the browser tells it; text under a name that says so counts as text. */
function typeOf(file: File): AttachmentType | undefined {
  const known = AttachmentType.safeParse(file.type.split(';', 1)[0]).data;
  return known ?? (/\.(txt|md|csv|log|text)$/i.test(file.name) ? 'text/plain' : undefined);
}

/** Pasted pictures are all called the same; they are told apart by when they came. */
function nameOf(file: File): string {
  if (file.name !== '' && !/^image\.\w+$/i.test(file.name)) return file.name.slice(-300);
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  const when = `${local.slice(0, 10)} ${local.slice(11, 19).replaceAll(':', '.')}`;
  return `${msg(str`Screenshot ${when}`)}.${file.type.split('/')[1] ?? 'png'}`;
}
