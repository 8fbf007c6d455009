import type { ImportProgress } from './import-progress.ts';

/** What is being taken in, by the names that those who asked for it gave. */
export class ImportJobs {
  readonly #jobs = new Map<string, ImportProgress>();

  /** How far one has come; undefined where there is none of that name, or no longer. */
  of(job: string): ImportProgress | undefined {
    return this.#jobs.get(job);
  }

  /** Does work under a name. */
  async during<T>(
    job: string | undefined,
    work: (progress: (now: ImportProgress) => void) => Promise<T>,
  ): Promise<T> {
    if (job === undefined) return work(() => undefined);
    this.#jobs.set(job, { step: 'reading', items: 0, share: 0 });
    try {
      return await work(now => this.#jobs.set(job, now));
    } finally {
      this.#jobs.delete(job);
    }
  }
}
