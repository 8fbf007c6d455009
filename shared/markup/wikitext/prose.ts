import type { Bullet, Emphasis, Heading, Link, Markup } from '../markup.ts';
import { NextOf } from '../next-of.ts';
import { trimmed } from '../order.ts';
import { Quotes } from './quotes.ts';

/** A stretch with emphasis of its own: the whole text, the label of a link, a heading. */
interface Context {
  readonly end: number;
  /** Where to go on behind it. */
  readonly resume: number;
  readonly quotes: Quotes;
}

const ADDRESS = /(?:https?:\/\/|ftp:\/\/|\/\/|mailto:)[^\s[\]<>"|{}]+/iy;
const HEADING_AT_LINE = /[ \t]*([^\s=][^=\n\r]{0,200}?)[ \t]*(={1,6})(?!=)/y;
/** Inside a line only what can hardly be anything else is a heading. */
const HEADING_IN_LINE = /[ \t]*([\p{L}\p{N}"'“‘(][^=\n\r{}<>|]{0,119}?)[ \t]*(={2,6})(?!=)/uy;
const ENTRY_IN_LINE = /[ \t]*(?=[\p{L}'"“«(]|\[\[|\{\{)/uy;
/** So many spans may lie in a heading or a link to the web. */
const MOST_INSIDE = 30;

/** Finds headings, emphasis, list entries and links to the web outside of templates, references and comments. */
export function proseOf(text: string, structure: readonly Markup[]): Markup[] {
  return new Prose(text, structure).find();
}

class Prose {
  readonly #text: string;
  readonly #structure: readonly Markup[];
  readonly #spans: (Heading | Emphasis | Bullet | Link)[] = [];
  readonly #contexts: Context[];
  readonly #bracket: NextOf;
  readonly #lineEnd: NextOf;
  #at = 0;
  #next = 0;

  constructor(text: string, structure: readonly Markup[]) {
    this.#text = text;
    this.#structure = structure;
    this.#contexts = [{ end: text.length, resume: text.length, quotes: this.#newQuotes() }];
    this.#bracket = new NextOf(text, /\]/g);
    this.#lineEnd = new NextOf(text, /[\n\r]|$/g);
  }

  find(): Markup[] {
    const tokens = /'{2,}|={1,7}|[*#:;]+|\[|\n/g;
    let token: RegExpExecArray | null = null;
    let isOver = false;
    while (this.#contexts.length > 0) {
      if (!isOver && (!token || token.index < this.#at)) {
        tokens.lastIndex = this.#at;
        token = tokens.exec(this.#text);
        isOver = !token;
      }
      const start = isOver ? Number.POSITIVE_INFINITY : token!.index;
      const context = this.#contexts[this.#contexts.length - 1]!;
      const inner = this.#structure[this.#next]?.start ?? Number.POSITIVE_INFINITY;
      if (context.end <= start && context.end <= inner) this.#leave(context);
      else if (inner <= start) this.#pass(this.#structure[this.#next]!);
      else this.#take(token![0], start, context);
    }
    return this.#spans;
  }

  #newQuotes(): Quotes {
    return new Quotes(span => this.#spans.push(span));
  }

  #enter(start: number, end: number, resume: number): void {
    this.#contexts.push({ end, resume, quotes: this.#newQuotes() });
    this.#goTo(start);
  }

  #leave(context: Context): void {
    context.quotes.closeAll(context.end);
    this.#contexts.pop();
    this.#goTo(context.resume);
  }

  #goTo(offset: number): void {
    this.#at = offset;
    while ((this.#structure[this.#next]?.start ?? Number.POSITIVE_INFINITY) < offset) this.#next++;
  }

  /** Passes over what is nested, but reads the label of a link and what is left of a reference not closed. */
  #pass(span: Markup): void {
    this.#next++;
    if (span.kind === 'link' && span.to === 'page') this.#enter(span.label.start, span.label.end, span.end);
    else if (span.kind === 'reference' && span.meantEnd < span.end)
      this.#enter(span.meantEnd, span.end, span.end);
    else this.#goTo(span.end);
  }

  #take(token: string, start: number, context: Context): void {
    const end = start + token.length;
    this.#at = end;
    const isFirst = start === 0 || /[\n\r]/.test(this.#text[start - 1]!);
    if (token[0] === "'") context.quotes.take(start, token.length);
    else if (token === '\n') context.quotes.closeAll(start);
    else if (token[0] === '=') this.#heading(start, token.length, isFirst, context);
    else if (token === '[') this.#webLink(start, context);
    else this.#entry(token, start, isFirst);
  }

  #heading(start: number, level: number, isFirst: boolean, context: Context): void {
    if (level > 6 || (!isFirst && (level < 2 || !/\s/.test(this.#text[start - 1]!)))) return;
    const pattern = isFirst ? HEADING_AT_LINE : HEADING_IN_LINE;
    pattern.lastIndex = start + level;
    const found = pattern.exec(this.#text);
    if (!found || found[2]!.length !== level) return;
    const end = pattern.lastIndex;
    if (end > context.end || !this.#isWhole(end)) return;
    const inner = trimmed(this.#text, start + level, end - level);
    if (isFirst || context.quotes.isEmpty) {
      this.#spans.push({ kind: 'heading', level, start, end, inner });
      this.#enter(inner.start, inner.end, end);
    }
  }

  #entry(sign: string, start: number, isFirst: boolean): void {
    if (!isFirst) {
      ENTRY_IN_LINE.lastIndex = start + sign.length;
      const before = this.#text[start - 1]!;
      if (!/^\*+$/.test(sign) || !/[\s=]/.test(before) || !ENTRY_IN_LINE.test(this.#text)) return;
    }
    let end = start + sign.length;
    while (this.#text[end] === ' ' || this.#text[end] === '\t') end++;
    this.#spans.push({ kind: 'bullet', sign, start, end });
    this.#at = end;
  }

  #webLink(start: number, context: Context): void {
    ADDRESS.lastIndex = start + 1;
    const found = ADDRESS.exec(this.#text);
    if (!found || found[0].length > 2_000) return;
    const from = start + 1 + found[0].length;
    const close = this.#bracket.at(from)?.start;
    if (close === undefined || close + 1 > context.end || this.#lineEnd.at(from)!.start < close) return;
    if (!this.#isWhole(close)) return;
    const label = trimmed(this.#text, from, close);
    this.#spans.push({ kind: 'link', to: 'web', target: found[0], start, end: close + 1, label });
    this.#enter(label.start, label.end, close + 1);
  }

  /** Whether no nested span that begins from here on reaches over an offset. */
  #isWhole(offset: number): boolean {
    for (let i = this.#next; i < this.#next + MOST_INSIDE; i++) {
      const span = this.#structure[i];
      if (!span || span.start >= offset) return true;
      if (span.end > offset) return false;
    }
    return false;
  }
}
