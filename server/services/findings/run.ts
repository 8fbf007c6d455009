/** How far the present run has gone through the desk: documents that suggestions are made for, and steps of the rules. */
export class Run {
  readonly #wanted = new Set<string>();
  #done = 0;
  #steps = { done: 0, total: 0 };

  /** A document has to be gone through. */
  want(documentId: string): void {
    this.#wanted.add(documentId);
  }

  drop(documentId: string): void {
    this.#wanted.delete(documentId);
  }

  /** A document is seen to. */
  seen(documentId: string): void {
    if (this.#wanted.has(documentId)) this.#done++;
  }

  stepped(done: number, total: number): void {
    this.#steps = { done, total };
  }

  /** It is over: the next begins with nothing. */
  end(): void {
    this.#wanted.clear();
    this.#done = 0;
    this.#steps = { done: 0, total: 0 };
  }

  /** @param isOver whether there is nothing left: what is not told yet counts as one thing to do */
  progress(isOver: boolean): { readonly pending: number; readonly done: number; readonly total: number } {
    const total = this.#wanted.size + this.#steps.total;
    const done = isOver ? total : Math.min(total, this.#done + this.#steps.done);
    return { pending: isOver ? 0 : Math.max(1, total - done), done, total };
  }
}
