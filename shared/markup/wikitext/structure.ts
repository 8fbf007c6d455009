import type { Span } from '../../text/text-like.ts';
import type { Attribute, Link, Markup, Parameter, Reference, ReferenceProblem } from '../markup.ts';
import { NextOf } from '../next-of.ts';
import { trimmed } from '../order.ts';
import { attributesOf, meantAttribute } from './attributes.ts';

/** What is opened deeper than this is taken for plain words. */
const DEEPEST = 100;
const LONGEST_NAME = 300;
/** So far the end of a reference that is not closed is looked for. */
const LONGEST_BODY = 5_000;
/** What is meant for the tag that closes a reference, and is none. */
const MISSPELT =
  /[([{\\]\/ref[>)\]}]|<\/ref(?![ \t\n]{0,50}>|erences)[^<>\s{}|[\]]{0,10}>?|<\/ ref ?>|< \/ ?ref ?>|<\/\/ref>|<\\ref>|<ref\\>|&lt;\/ref(?:&gt;|>)|(?<=[\s}\].,])\/ref>/gi;
/** Tags between which nothing is markup. */
const VERBATIM = new Set(['nowiki', 'pre', 'math', 'chem', 'syntaxhighlight', 'source', 'score', 'timeline']);

interface Frame {
  readonly kind: 'braces' | 'link' | 'reference';
  readonly start: number;
  /** Opening braces that are not closed yet. */
  count: number;
  /** Where its parts are divided, and the first = in each part. */
  pipes: number[];
  equals: number[];
  /** Of a reference: where its body begins and its closing tag stands, what is wrong, what it is called. */
  readonly body?: number;
  readonly closing?: Span;
  /** What was meant to close it, where that is misspelt. */
  readonly misspelt?: Span | undefined;
  readonly name?: string | undefined;
  readonly attributes?: readonly Attribute[];
  readonly problems?: ReferenceProblem[];
  /** Where the first reference begins that stands in it. */
  firstInside?: number;
  /** Whether nothing else closes it than a tag that is misspelt. */
  readonly isMisspelt?: boolean;
}

/** Finds what is nested in wikitext: templates, references, links, comments, tags. One pass with a stack. */
export class Structure {
  readonly #text: string;
  readonly #spans: Markup[] = [];
  readonly #frames: Frame[] = [];
  readonly #tagEnd: NextOf;
  readonly #commentEnd: NextOf;
  readonly #closing: NextOf;
  readonly #misspelt: NextOf;
  readonly #opening: NextOf;
  readonly #verbatimEnds = new Map<string, NextOf>();
  readonly #templateEnds = new Map<number, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tagEnd = new NextOf(text, />/g);
    this.#commentEnd = new NextOf(text, /-->/g);
    this.#closing = new NextOf(text, /<\/ref[ \t\n]*>/gi);
    this.#misspelt = new NextOf(text, MISSPELT);
    this.#opening = new NextOf(text, /<ref[\s>/]/gi);
  }

  /** All spans, in the order in which they end. Call it once. */
  find(): Markup[] {
    const token = /<!--|<\/?[a-z][a-z0-9]{0,19}|\{{2,}|\}{2,}|\[\[|\]\]|\||=|\n/gi;
    for (let found = token.exec(this.#text); found; found = token.exec(this.#text)) {
      if (this.#closeMisspelt(found.index)) {
        token.lastIndex = this.#at;
        continue;
      }
      this.#at = token.lastIndex;
      this.#take(found[0], found.index);
      token.lastIndex = this.#at;
    }
    while (this.#closeMisspelt(this.#text.length));
    return this.#spans;
  }

  /** Closes what only a misspelt tag closes, where that stands before an offset. */
  #closeMisspelt(offset: number): boolean {
    const frame = this.#frames.findLast(one => one.closing);
    if (!frame?.isMisspelt || frame.closing!.start > offset) return false;
    this.#closeReferences(frame.closing!.start);
    return true;
  }

  get #top(): Frame | undefined {
    return this.#frames[this.#frames.length - 1];
  }

  #take(token: string, start: number): void {
    const top = this.#top;
    switch (token[0]) {
      case '{':
        this.#open('braces', start, token.length);
        break;
      case '}':
        this.#closeBraces(start, token.length);
        break;
      case '[':
        // A target holds no link: what was opened before is plain words.
        if (top?.kind === 'link' && top.pipes.length === 0) this.#frames.pop();
        this.#open('link', start, 2);
        break;
      case ']':
        this.#closeLink(start);
        break;
      case '|':
        top?.pipes.push(start);
        break;
      case '=':
        if (top?.kind === 'braces' && top.pipes.length > 0) top.equals[top.pipes.length - 1] ??= start;
        break;
      case '\n':
        while (this.#top?.kind === 'link' && !this.#isFile(this.#top)) this.#frames.pop();
        break;
      default:
        if (token === '<!--') this.#comment(start);
        else this.#tag(token.slice(1).toLowerCase(), start);
    }
  }

  #open(kind: 'braces' | 'link', start: number, count: number): void {
    if (this.#frames.length < DEEPEST) this.#frames.push({ kind, start, count, pipes: [], equals: [] });
  }

  /** Gets a frame of a kind to the top, short of leaving a reference; what lies over it is plain words. */
  #uncover(kind: Frame['kind']): Frame | undefined {
    let i = this.#frames.length - 1;
    while (i >= 0 && this.#frames[i]!.kind !== kind && this.#frames[i]!.kind !== 'reference') i--;
    const frame = this.#frames[i];
    if (frame?.kind !== kind) return undefined;
    for (const over of this.#frames.splice(i + 1)) for (const pipe of over.pipes) frame.pipes.push(pipe);
    return frame;
  }

  #closeBraces(start: number, length: number): void {
    let at = start;
    while (start + length - at >= 2) {
      const frame = this.#uncover('braces');
      if (!frame) return;
      const count = Math.min(frame.count, start + length - at, 3);
      const from = frame.start + frame.count - count;
      if (count === 3) this.#spans.push({ kind: 'argument', start: from, end: at + 3 });
      else this.#spans.push(this.#template(from, at, frame));
      this.#templateEnds.set(from, at + count);
      at += count;
      frame.count -= count;
      frame.pipes = [];
      frame.equals = [];
      if (frame.count < 2) this.#frames.pop();
    }
    // A brace that is left over may close something with the next token, but never does in practice.
    this.#at = start + length;
  }

  #template(start: number, close: number, { pipes, equals }: Frame): Markup {
    const name = this.#words(start + 2, pipes[0] ?? close);
    let unnamed = 0;
    const parameters = pipes.map((pipe, i): Parameter => {
      const end = pipes[i + 1] ?? close;
      const equal = equals[i];
      const isNamed = equal !== undefined && equal < end;
      const value = trimmed(this.#text, (isNamed ? equal : pipe) + 1, end);
      if (!isNamed) return { name: String(++unnamed), start: value.start, value };
      const { start } = trimmed(this.#text, pipe + 1, equal);
      return { name: this.#words(pipe + 1, equal), start, value };
    });
    return { kind: 'template', start, end: close + 2, name, parameters };
  }

  #closeLink(close: number): void {
    const frame = this.#uncover('link');
    if (!frame) return;
    this.#frames.pop();
    const { start, pipes } = frame;
    const pipe = pipes[0] ?? close;
    const target = this.#words(start + 2, pipe);
    if (target === '' || pipe - start > LONGEST_NAME) return;
    const to = kindOf(target);
    const from = to === 'file' ? pipes[pipes.length - 1] : pipes[0];
    const own = { start: start + 2, end: pipe };
    const label = from === undefined || from + 1 === close ? own : { start: from + 1, end: close };
    this.#spans.push({ kind: 'link', start, end: close + 2, to, target, label } satisfies Link);
  }

  #isFile({ start }: Frame): boolean {
    return kindOf(this.#text.slice(start + 2, start + 12).trim()) === 'file';
  }

  /** Up to where one may go without leaving the reference that one is in. */
  get #limit(): number {
    for (let i = this.#frames.length - 1; i >= 0; i--)
      if (this.#frames[i]!.closing) return this.#frames[i]!.closing!.start;
    return this.#text.length;
  }

  #comment(start: number): void {
    const limit = this.#limit;
    const end = this.#commentEnd.at(this.#at)?.end ?? this.#text.length;
    if (end > limit) return;
    this.#spans.push({ kind: 'comment', start, end });
    this.#at = end;
  }

  #tag(name: string, start: number): void {
    if (name === '/ref') this.#closeReferences(start);
    else if (name === 'ref') this.#reference(start);
    else if (VERBATIM.has(name)) this.#verbatim(name, start);
    else {
      const rest = /[^<>{}|[\]]{0,300}>/y;
      rest.lastIndex = this.#at;
      if (!/^[\s/>]/.test(this.#text[this.#at] ?? '') || !rest.test(this.#text)) return;
      this.#at = rest.lastIndex;
      this.#spans.push({ kind: 'tag', name: name.replace('/', ''), start, end: this.#at });
    }
  }

  #verbatim(name: string, start: number): void {
    const open = this.#tagEnd.at(this.#at);
    if (!open || !/^[\s/>]/.test(this.#text[this.#at]!) || open.end > this.#limit) return;
    if (this.#text[open.start - 1] === '/') {
      this.#at = open.end;
      this.#spans.push({ kind: 'tag', name, start, end: open.end });
      return;
    }
    const ends = this.#verbatimEnds.get(name) ?? new NextOf(this.#text, new RegExp(`</${name}>`, 'gi'));
    this.#verbatimEnds.set(name, ends);
    const close = ends.at(open.end);
    if (!close || close.end > this.#limit) return;
    this.#at = close.end;
    this.#spans.push({
      kind: 'verbatim',
      start,
      end: close.end,
      inner: { start: open.end, end: close.start },
    });
  }

  #reference(start: number): void {
    const open = this.#tagEnd.at(this.#at);
    if (!open || !/^[\s/>]/.test(this.#text[this.#at]!)) return;
    if (open.end > this.#limit || this.#frames.length >= DEEPEST) return;
    const isShort = this.#text[open.start - 1] === '/';
    const from = this.#at;
    const to = isShort ? open.start - 1 : open.start;
    const meant = meantAttribute(this.#text, from, to, 'name');
    const name = meant?.value || undefined;
    const problems: ReferenceProblem[] = meant?.isCurly ? ['curly'] : [];
    const attributes = attributesOf(this.#text, from, to);
    this.#blameOuter(start);
    this.#at = open.end;
    const proper = isShort ? null : this.#closing.at(open.end);
    const wrong = isShort ? null : this.#misspelt.at(open.end);
    const isMisspelt =
      !proper && wrong !== null && wrong.start < (this.#opening.at(open.end)?.start ?? Infinity);
    const closing = isMisspelt && wrong.end <= this.#limit ? wrong : proper;
    if (isMisspelt) problems.push('endless');
    if (closing) {
      const misspelt = wrong && wrong.start <= closing.start ? wrong : undefined;
      const body = open.end;
      const frame = { kind: 'reference', start, count: 0, pipes: [], equals: [] } as const;
      this.#frames.push({
        ...frame,
        ...{ pipes: [], equals: [] },
        ...{ body, closing, misspelt, isMisspelt, name, attributes, problems },
      });
      return;
    }
    if (!isShort && !isMisspelt) problems.push('endless');
    const { end } = open;
    this.#add({ start, end, openEnd: end, meantEnd: end, attributes, problems }, name);
  }

  #add(reference: Omit<Reference, 'kind' | 'name'>, name: string | undefined): void {
    this.#spans.push({ kind: 'reference', ...reference, ...(name ? { name } : {}) });
  }

  /** A reference in another one shows that the outer one was not closed. */
  #blameOuter(start: number): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i]!;
      if (!frame.problems) continue;
      if (!frame.problems.includes('unclosed')) frame.problems.push('unclosed');
      frame.firstInside ??= start;
      return;
    }
  }

  #closeReferences(start: number): void {
    const isHere = ({ closing }: Frame) => closing?.start === start;
    const first = this.#frames.findIndex(isHere);
    if (first < 0) return;
    for (const frame of this.#frames.splice(first).filter(isHere).reverse()) {
      const { end } = frame.closing!;
      const body = { start: frame.body!, end: start };
      const isUnclosed = frame.problems!.includes('unclosed');
      const problems = frame.misspelt
        ? [...frame.problems!.filter(one => one !== 'unclosed'), 'misspelt' as const]
        : frame.problems!;
      const meantEnd = frame.misspelt?.end ?? (isUnclosed ? this.#meantEnd(body.start, frame, end) : end);
      const { attributes } = frame;
      this.#add(
        {
          ...{ start: frame.start, end, openEnd: body.start, meantEnd },
          ...{ body, attributes: attributes!, problems },
          ...(frame.misspelt ? { misspelt: frame.misspelt } : {}),
        },
        frame.name,
      );
      this.#at = end;
    }
  }

  /**
   * Where a reference that is not closed was meant to end: behind the template or link to the web that it begins with,
   * else with its line, at the latest where the next reference begins.
   */
  #meantEnd(body: number, { firstInside }: Frame, end: number): number {
    let start = body;
    while (/\s/.test(this.#text[start] ?? '')) start++;
    const template = this.#templateEnds.get(start);
    if (template !== undefined) return template;
    const inside = this.#text.slice(start, Math.min(firstInside ?? end, start + LONGEST_BODY));
    const link = /^\[(?:https?:)?\/\/[^\]\n]*\]|^https?:\/\/[^\s<>[\]|]+/i.exec(inside);
    if (link) return start + link[0].length;
    const line = inside.search(/[\r\n]/);
    const stop = start + (line < 0 ? inside.length : line);
    return Math.max(start, stop);
  }

  #words(start: number, end: number): string {
    return this.#text.slice(start, Math.min(end, start + LONGEST_NAME)).trim();
  }
}

const kindOf = (target: string): Link['to'] =>
  /^category\s*:/i.test(target) ? 'category' : /^(file|image)\s*:/i.test(target) ? 'file' : 'page';
