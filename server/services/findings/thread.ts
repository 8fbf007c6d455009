import { Worker } from 'node:worker_threads';

/** After so many failures no new thread is begun. */
const MOST_FAILURES = 3;
/** Megabytes of objects after which a thread ends rather than take the memory of all others. */
const MOST_MEMORY = 2048;

interface ThreadPorts<From> {
  /** Called with what the thread says. */
  hear(message: From): void;
  /** The thread has failed, of want of memory perhaps; what it was told is lost. */
  lost(error: Error): void;
}

/** A worker thread that is begun when it is first told something, and anew after it was ended or has failed. */
export class Thread<To, From> {
  readonly #module: URL;
  readonly #engine: string;
  readonly #ports: ThreadPorts<From>;
  #worker: Worker | undefined;
  #failures = 0;
  #why: string | undefined;

  /** @param module the thread's own; it is given the engine's address as `workerData` */
  constructor(module: URL, engine: string, ports: ThreadPorts<From>) {
    this.#module = module;
    this.#engine = engine;
    this.#ports = ports;
  }

  /** Why nothing is done any more; undefined as long as it is. */
  get stopped(): string | undefined {
    return this.#failures >= MOST_FAILURES ? this.#why : undefined;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** @param transfer buffers that are handed over, not copied */
  tell(message: To, transfer: readonly ArrayBuffer[] = []): void {
    if (this.stopped !== undefined) return;
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message, [...transfer]);
  }

  /** Ends the thread at once, whatever it is doing; what it says after that is not heard. */
  end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(this.#module, {
      workerData: { engine: this.#engine },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.unref();
    worker.on('message', message => {
      if (this.#worker === worker) this.#ports.hear(message as From);
    });
    worker.on('error', error => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#failures++;
      this.#why = (error as Error).message;
      process.emitWarning(error as Error);
      this.#ports.lost(error as Error);
    });
    return worker;
  }
}
