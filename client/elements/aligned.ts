import { diffArrays } from 'diff';

/** One column of two aligned texts: a grapheme of each, empty where that text has none here. */
export interface Column {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const split = (text: string): string[] => [...graphemes.segment(text)].map(part => part.segment);

/**
 * Aligns two short texts letter by letter.
 * @returns columns in order; where runs differ their letters are paired from the left
 */
export function align(a: string, b: string): Column[] {
  const columns: Column[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++)
      columns.push({ a: gone[i] ?? '', b: come[i] ?? '', same: false });
    gone = [];
    come = [];
  };
  for (const part of diffArrays(split(a), split(b))) {
    if (part.removed) gone = part.value;
    else if (part.added) come = part.value;
    else {
      flush();
      for (const letter of part.value) columns.push({ a: letter, b: letter, same: true });
    }
  }
  flush();
  return columns;
}

/** Whether two texts, aligned, have little in common: to mark what differs would say nothing. */
export function areStrangers(columns: readonly Column[]): boolean {
  return columns.filter(column => column.same).length * 2 < columns.length;
}
