/** A redaction that cannot be carried out; nothing was changed. */
export class CannotRedact extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotRedact';
  }
}
