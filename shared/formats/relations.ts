/** How an annotation is related to another, for programs that know relations and a desk that has notes. */
export interface Related {
  readonly type: string;
  /** What the other one is called in the file, and its words where they are known. */
  readonly id: string;
  readonly words?: string | undefined;
}

/** @returns the words of a note that tells a relation: "foundedBy: Larry Page (2)" */
export function sayRelated({ type, id, words }: Related): string {
  return `${type || 'related'}: ${words === undefined || words.trim() === '' ? id : `${words} (${id})`}`;
}
