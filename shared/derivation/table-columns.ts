/** One column of a table: how wide its cells are, in letters, and whether they hold numbers. */
export interface TableColumn {
  /** No narrower than this, so that words are not broken. */
  readonly least: number;
  /** What its longest cell would take on one line, as far as that matters. */
  readonly wish: number;
  readonly isNumeric: boolean;
}

/** A column is kept wide enough for so many letters, where its cells have them. */
const COMFORT = 18;
/** No column is wished wider; longer cells take several lines. */
const WIDEST = 44;
/** A column is not kept wider for the sake of one long word. */
const LONGEST_WORD = 16;
const NARROWEST = 3;
const LONGEST_NUMBER = 40;
const NUMBER = /^[\s\d.,:%+\-–−±()/€$£¥]*\d[\s\d.,:%+\-–−±()/€$£¥]*$/;
const LETTER = /\p{L}/u;

/** Takes in the cells of a table, row by row, and says how its columns are to be set. */
export class TableColumns {
  readonly #columns: { wish: number; least: number; numbers: number; words: number }[] = [];

  /**
   * @param column counted from 0
   * @param words the cell's text
   */
  take(column: number, words: string, isHeader: boolean): void {
    while (this.#columns.length <= column) this.#columns.push({ wish: 0, least: 0, numbers: 0, words: 0 });
    const one = this.#columns[column]!;
    one.wish = Math.max(one.wish, Math.min(WIDEST, words.length));
    if (one.least < LONGEST_WORD)
      for (const word of words.slice(0, 400).split(/\s+/)) one.least = Math.max(one.least, word.length);
    if (isHeader || words.trim() === '') return;
    if (words.length <= LONGEST_NUMBER && NUMBER.test(words)) one.numbers++;
    else if (LETTER.test(words)) one.words++;
  }

  get columns(): TableColumn[] {
    return this.#columns.map(({ wish, least, numbers, words }) => ({
      wish: Math.max(NARROWEST, wish),
      least: Math.max(NARROWEST, Math.min(LONGEST_WORD, least), Math.min(COMFORT, wish)),
      isNumeric: numbers > 0 && words === 0,
    }));
  }
}
