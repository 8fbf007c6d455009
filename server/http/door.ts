import type { RequestListener } from 'node:http';

/** Lets requests in to whoever answers them now. While it is shut they wait before it. */
export class Door {
  #answer: RequestListener;
  #inside = 0;
  #shut: Promise<void> | undefined;
  #unlock: () => void = () => undefined;
  #left: () => void = () => undefined;

  /** @param answer who answers at first */
  constructor(answer: RequestListener) {
    this.#answer = answer;
  }

  readonly enter: RequestListener = (request, response) => {
    if (this.#shut) void this.#shut.then(() => this.#letIn(request, response));
    else this.#letIn(request, response);
  };

  /**
   * Shuts it and waits for those inside, but no longer than some milliseconds.
   * @param staying how many of them are not waited for
   */
  async shut(staying: number, patience: number): Promise<void> {
    this.#shut ??= new Promise(resolve => {
      this.#unlock = resolve;
    });
    if (this.#inside <= staying) return;
    let late: NodeJS.Timeout | undefined;
    await new Promise<void>(resolve => {
      late = setTimeout(resolve, patience);
      this.#left = () => {
        if (this.#inside <= staying) resolve();
      };
    });
    clearTimeout(late);
  }

  /** Opens it again. @param answer who answers from now on */
  open(answer: RequestListener): void {
    this.#answer = answer;
    this.#shut = undefined;
    this.#unlock();
  }

  #letIn(...[request, response]: Parameters<RequestListener>): void {
    this.#inside++;
    response.once('close', () => {
      this.#inside--;
      this.#left();
    });
    this.#answer(request, response);
  }
}
