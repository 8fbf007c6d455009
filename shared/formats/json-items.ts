/** What is wanted one by one of JSON that comes in pieces; the items of the outermost list always are. */
export interface Wanted {
  /** Names of members of the outermost object, or of objects so named in it, whose items are wanted. */
  readonly lists?: readonly string[];
  /** Names of those whose items or members are wanted, whether they are lists or objects. */
  readonly entries?: readonly string[];
  /** Whether values may stand one after the other, as in JSON Lines; each of them is wanted whole. */
  readonly records?: boolean;
}

/** A value that stood in a list, or what is left of an object around lists. */
export interface JsonItem {
  readonly value: unknown;
  /** The name of the member that it stood in; empty for the outermost list, undefined for what is outermost itself. */
  readonly of: string | undefined;
  /** Its own name, where it stood in an object of which each member is wanted. */
  readonly key?: string;
  /** Of an object around lists, which comes without them: the names of these lists. */
  readonly taken?: readonly string[];
}

interface Frame {
  readonly of: string | undefined;
  readonly members: Record<string, unknown> | undefined;
  /** Whether each member is given by itself. */
  readonly isApart: boolean;
  readonly taken: string[];
}

interface Begun {
  text: string;
  nested: number | undefined;
  inString: boolean;
  escaped: boolean;
}

type Expected =
  | 'value'
  | 'record'
  | 'item'
  | 'next-item'
  | 'name'
  | 'first-name'
  | 'next-name'
  | 'colon'
  | 'end';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Takes JSON apart while it comes: the items of the outermost list, or of the lists and objects that stand under certain
 * names from the outermost object on, are read one by one, so that no more than one of them is held. What each says is the
 * engine's own business; between them, all that JSON asks for is asked for.
 */
export class JsonItems {
  readonly #lists: ReadonlySet<string>;
  readonly #entries: ReadonlySet<string>;
  readonly #hasRecords: boolean;
  readonly #frames: Frame[] = [];
  #expected: Expected = 'value';
  /** The text of a value that has begun; `nested` is how deep it is, `undefined` where it is no list and no object. */
  #begun: Begun | undefined;
  #name = '';
  #isFirst = true;
  #isNewList = false;

  constructor({ lists = [], entries = [], records = false }: Wanted = {}) {
    this.#lists = new Set([...lists, ...entries]);
    this.#entries = new Set(entries);
    this.#hasRecords = records;
  }

  /** @param piece what comes next @throws SyntaxError where it is not JSON */
  *take(piece: string): Generator<JsonItem> {
    let at = 0;
    if (this.#isFirst && piece !== '') {
      this.#isFirst = false;
      if (piece.startsWith('\ufeff')) at = 1;
    }
    while (at < piece.length) {
      if (this.#begun) {
        const end = this.#endOf(piece, at, this.#begun);
        this.#begun.text += piece.slice(at, end < 0 ? piece.length : end);
        if (end < 0) return;
        at = end;
        yield* this.#whole();
      } else {
        const letter = piece[at]!;
        if (letter === ' ' || letter === '\n' || letter === '\t' || letter === '\r') at++;
        else if (this.#begins(letter)) this.#begun = beginning(letter);
        else {
          yield* this.#structure(letter);
          at++;
        }
      }
    }
  }

  /** @throws SyntaxError where something is missing */
  *end(): Generator<JsonItem> {
    if (this.#begun && this.#begun.nested === undefined && !this.#begun.inString) yield* this.#whole();
    if (this.#begun || (this.#expected !== 'end' && this.#expected !== 'record'))
      throw new SyntaxError('it ends too early');
  }

  /** Whether a letter begins a value that is read as one. */
  #begins(letter: string): boolean {
    const expected = this.#expected;
    if (expected === 'name' || expected === 'first-name') return letter === '"';
    if (expected !== 'value' && expected !== 'record' && expected !== 'item') {
      if (expected !== 'next-item' || !this.#isNewList) return false;
    }
    if (letter === ',' || letter === ':' || letter === ']' || letter === '}') return false;
    if (letter !== '[' && letter !== '{') return true;
    const holder = this.#frames.at(-1);
    if (!holder) return expected === 'record' || (this.#hasRecords && letter === '{');
    return !holder.members || holder.isApart || !this.#lists.has(this.#name);
  }

  *#structure(letter: string): Generator<JsonItem> {
    const expected = this.#expected;
    const inList = this.#frames.at(-1)?.members === undefined;
    if (expected === 'value' && letter === '[') this.#open(undefined, 'next-item');
    else if (expected === 'value' && letter === '{') this.#open({}, 'first-name');
    else if (expected === 'next-item' && letter === ']') yield* this.#close();
    else if (expected === 'next-item' && letter === ',' && !this.#isNewList) this.#expected = 'item';
    else if (expected === 'colon' && letter === ':') this.#expected = 'value';
    else if ((expected === 'next-name' || expected === 'first-name') && letter === '}' && !inList)
      yield* this.#close();
    else if (expected === 'next-name' && letter === ',') this.#expected = 'name';
    else throw new SyntaxError(`"${letter}" is not expected there`);
  }

  #open(members: Frame['members'], expected: Expected): void {
    const around = this.#frames.at(-1);
    const of = around ? this.#name : members ? undefined : '';
    const isApart = around !== undefined && this.#entries.has(this.#name);
    if (around && (isApart || !members)) around.taken.push(this.#name);
    this.#frames.push({ of, members, isApart, taken: [] });
    this.#expected = expected;
    this.#isNewList = members === undefined;
  }

  *#close(): Generator<JsonItem> {
    const { of, members, isApart, taken } = this.#frames.pop()!;
    if (members && !isApart) yield { value: members, of, taken };
    this.#expectNext();
  }

  #expectNext(): void {
    const around = this.#frames.at(-1);
    this.#isNewList = false;
    this.#expected = around ? (around.members ? 'next-name' : 'next-item') : 'end';
  }

  /** A value or a name has come to its end. */
  *#whole(): Generator<JsonItem> {
    const { text } = this.#begun!;
    this.#begun = undefined;
    const value: unknown = JSON.parse(text);
    const around = this.#frames.at(-1);
    if (this.#expected === 'name' || this.#expected === 'first-name') {
      this.#name = value as string;
      this.#expected = 'colon';
      return;
    }
    this.#expectNext();
    if (!around && this.#hasRecords) this.#expected = 'record';
    if (around?.isApart) yield { value, of: around.of, ...(around.members ? { key: this.#name } : {}) };
    else if (around?.members)
      Object.defineProperty(around.members, this.#name, {
        value,
        ...{ configurable: true, enumerable: true, writable: true },
      });
    else yield { value, of: around?.of };
  }

  /** Where a value that has begun ends in a piece; -1 where it goes on. */
  #endOf(piece: string, from: number, begun: Begun): number {
    let { nested, inString, escaped } = begun;
    let at = from;
    for (; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (unit === BACKSLASH) escaped = true;
        else if (unit === QUOTE) {
          inString = false;
          if (nested === undefined) return at + 1;
        }
      } else if (unit === QUOTE) {
        // A quotation mark in a bare word ends it, and then it is no JSON.
        if (nested === undefined && begun.text.length + at - from > 0) return at;
        inString = true;
      } else if (unit === 0x5b || unit === 0x7b) {
        if (nested === undefined) return at;
        nested++;
      } else if (unit === 0x5d || unit === 0x7d) {
        if (nested === undefined) return at;
        if (--nested === 0) return at + 1;
      } else if (nested === undefined && (unit <= 0x20 || unit === 0x2c || unit === 0x3a)) return at;
    }
    begun.nested = nested;
    begun.inString = inString;
    begun.escaped = escaped;
    return -1;
  }
}

const beginning = (letter: string): Begun => ({
  text: '',
  nested: letter === '[' || letter === '{' ? 0 : undefined,
  inString: false,
  escaped: false,
});

/** Reads the items of JSON that comes in pieces; see `JsonItems`. */
export async function* jsonItems(
  pieces: AsyncIterable<string>,
  wanted: Wanted = {},
): AsyncGenerator<JsonItem> {
  const items = new JsonItems(wanted);
  for await (const piece of pieces) yield* items.take(piece);
  yield* items.end();
}
