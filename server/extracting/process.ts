import { type ChildProcess, fork } from 'node:child_process';
import { ranOutOfMemory, TOO_LONG } from './exits.ts';
import type { OriginalFile } from './extractor.ts';
import { type ExtractionLimits, PATIENCE } from './limits.ts';
import type { FromExtractor, Ready, ToExtractor, Wanted } from './messages.ts';

const MODULE = new URL('./extracting.js', import.meta.url);
/** As much of what a process writes as is kept. */
const MOST_SAID = 20_000;

/** Why an extraction came to no end. */
export class Ended extends Error {
  readonly why: 'time' | 'memory' | 'crash';
  constructor(why: Ended['why'], said = '') {
    super(`An extracting process was ended: ${why}. ${said}`);
    this.why = why;
  }
}

/**
 * A process that extracts one file after the other. No thread does: in one that runs out of memory, a large allocation
 * ends the whole program.
 */
export class ExtractingProcess {
  readonly #child: ChildProcess;
  readonly #limits: ExtractionLimits;
  #said = '';
  isAlive = true;
  /** The key of the file that it has open for what else is wanted of it. */
  holds: string | undefined;

  /** @param registry the address of the module that has the extractors */
  constructor(registry: string, limits: ExtractionLimits) {
    this.#limits = limits;
    const { SystemRoot } = process.env;
    this.#child = fork(MODULE, [registry, String(limits.memory), String(limits.time)], {
      serialization: 'advanced',
      env: SystemRoot === undefined ? {} : { SystemRoot },
      execArgv: [`--max-old-space-size=${limits.heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr!.on('data', (said: Buffer) => {
      this.#said = (this.#said + said.toString('utf8')).slice(-MOST_SAID);
    });
    this.#child.on('error', () => this.end());
    this.#child.on('exit', () => {
      this.isAlive = false;
    });
    this.#rest();
  }

  /**
   * Has a text made of a file, which is sent where it is not open there already.
   * @throws Ended where it took too long or too much
   * @throws what `signal` gives as its reason, once it is given up
   */
  async extract(wanted: Wanted, file: OriginalFile, signal: AbortSignal | undefined): Promise<FromExtractor> {
    const key = file.key === undefined ? {} : { key: file.key };
    const isOpen = file.key !== undefined && file.key === this.holds;
    const answer = isOpen ? await this.#ask({ ...wanted, ...key }, signal) : undefined;
    if (answer && answer.says !== 'not-open') return answer;
    this.holds = file.key;
    return this.#ask({ ...wanted, ...key, file }, signal);
  }

  async #ask(message: ToExtractor, signal: AbortSignal | undefined): Promise<FromExtractor> {
    const child = this.#child;
    const done = new AbortController();
    child.ref();
    child.channel?.ref();
    try {
      return await new Promise<FromExtractor>((resolve, reject) => {
        const { signal: listening } = done;
        const most = this.#limits.time * PATIENCE;
        let late = setTimeout(() => reject(new Ended('time')), most);
        listening.addEventListener('abort', () => clearTimeout(late));
        signal?.addEventListener('abort', () => reject(signal.reason), { signal: listening });
        const hear = (answer: FromExtractor | Ready) => {
          if (answer.says !== 'ready') return resolve(answer);
          // On a busy machine it takes its time until a process has begun; the file is not to blame for that.
          clearTimeout(late);
          late = setTimeout(() => reject(new Ended('time')), most);
        };
        // After `close` all that was written has been read.
        const lost = () => reject(this.#cause());
        child.on('message', hear).once('close', lost);
        listening.addEventListener('abort', () => child.off('message', hear).off('close', lost));
        child.send(message, error => {
          // Where it has just ended, `close` says why.
          if (error && child.exitCode === null && child.signalCode === null) reject(error);
        });
      });
    } catch (error) {
      this.end();
      throw error;
    } finally {
      done.abort();
      this.#rest();
    }
  }

  /** Why the process ended by itself. */
  #cause(): Ended {
    if (this.#said.includes(TOO_LONG)) return new Ended('time');
    return ranOutOfMemory(this.#said) ? new Ended('memory') : new Ended('crash', this.#said.slice(-500));
  }

  /** Ends the process at once, whatever it is doing. */
  end(): void {
    this.isAlive = false;
    this.#child.kill('SIGKILL');
  }

  /** A process that has nothing to do keeps no program from ending. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
    (this.#child.stderr as unknown as { unref(): void }).unref();
  }
}
