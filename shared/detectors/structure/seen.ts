import type { Emphasis, Markup, Template } from '../../markup/markup.ts';
import type { Span } from '../../text/text-like.ts';
import type { CheckedText } from '../checked-text.ts';
import { View, ViewMaker } from './view.ts';

/** Templates of which the words in them are seen, by the parameter that has them. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  nowrap: ['1'],
  nobold: ['1'],
  small: ['1'],
  smaller: ['1'],
  big: ['1'],
  lang: ['2'],
  ill: ['lt', '1'],
  'interlanguage link': ['lt', '1'],
  langx: ['2'],
  'not a typo': ['1'],
  abbr: ['1'],
  tooltip: ['1'],
  dts: ['1'],
  sortname: ['1', '2'],
};
const LINE_TAGS = new Set(['br', 'li', 'p', 'div', 'tr', 'td']);
const LISTS = /^(?:plainlist|flatlist|unbulleted list|bulleted list|ubl|ublist|hlist|list)$/;
const FLAG_ALONE =
  /^(?:flag ?icon|flagdeco|flag image|flagicon image|icona bandiera|bandera|drapeau|банер|флаг)$/;
const FLAG_NAMED = /^(?:flag|flagu|flagcountry|флагификация|прапор|zastava|застава|flagge)$/;
/** A country is not longer than this; an image's file name is none. */
const LONGEST_COUNTRY = 60;

/** A text as a reader sees it: markup aside, list entries and headings on lines of their own. */
export function findSeen(text: CheckedText): View {
  const { markup } = text;
  return markup.length === 0 ? new View(text.text, []) : new Seen(text.text, markup).make();
}

class Seen {
  readonly #text: string;
  readonly #markup: readonly Markup[];
  readonly #maker: ViewMaker;
  #next = 0;

  constructor(text: string, markup: readonly Markup[]) {
    this.#text = text;
    this.#markup = markup;
    this.#maker = new ViewMaker(text);
  }

  make(): View {
    this.#range(0, this.#text.length);
    return this.#maker.make();
  }

  /** Shows what lies between two raw offsets. Markup nests no deeper than its scanner lets it. */
  #range(start: number, end: number): void {
    let at = start;
    for (let span = this.#markup[this.#next]; span && span.start < end; span = this.#markup[this.#next]) {
      this.#next++;
      if (span.start < at) continue;
      this.#maker.show(at, span.start);
      at = Math.max(span.start + 1, this.#take(span));
    }
    if (at < end) this.#maker.show(at, end);
  }

  /** Shows what is seen of a span. @returns the raw offset at which to go on */
  #take(span: Markup): number {
    const maker = this.#maker;
    const here = maker.length;
    switch (span.kind) {
      case 'heading':
        maker.put('\n', span.start);
        this.#range(span.inner.start, span.inner.end);
        maker.mark({ kind: 'heading', level: span.level, start: here + 1, end: maker.length });
        maker.put('\n', span.inner.end);
        return span.end;
      case 'bold':
        this.#bold(span);
        return span.end;
      case 'link':
        if (span.to === 'category' || span.to === 'file') return span.end;
        this.#range(span.label.start, span.label.end);
        maker.mark({ kind: 'link', target: span.target, start: here, end: maker.length });
        return span.end;
      case 'bullet':
        if (here > 0) maker.put('\n', span.start);
        maker.mark({ kind: 'bullet', sign: span.sign, start: maker.length, end: maker.length });
        return span.end;
      case 'reference':
        maker.mark({ kind: 'reference', start: here, end: here });
        return span.meantEnd;
      case 'template':
        this.#template(span);
        return span.end;
      case 'italic':
      case 'verbatim':
        this.#range(span.inner.start, span.inner.end);
        return span.end;
      case 'tag':
        if (LINE_TAGS.has(span.name)) maker.put('\n', span.start);
        return span.end;
      default:
        return span.end;
    }
  }

  #bold(span: Emphasis): void {
    if (this.#isGroup(span)) this.#maker.put('\n', span.start);
    const start = this.#maker.length;
    this.#range(span.inner.start, span.inner.end);
    this.#maker.mark({ kind: 'bold', start, end: this.#maker.length });
  }

  /** Bold words with a colon, behind which an entry begins: the heading of the next group, flattened into the line. */
  #isGroup({ end, inner }: Emphasis): boolean {
    let at = this.#next;
    while (at < this.#next + 20 && (this.#markup[at]?.start ?? end) < end) at++;
    const next = this.#markup[at];
    if (next?.kind !== 'bullet' || !/^:?\s*$/.test(this.#text.slice(end, Math.min(next.start, end + 20))))
      return false;
    return this.#text[inner.end - 1] === ':' || this.#text[end] === ':';
  }

  #template(template: Template): void {
    const { parameters } = template;
    const name = template.name.toLowerCase().replaceAll('_', ' ');
    if (FLAG_ALONE.test(name) || FLAG_NAMED.test(name)) this.#flag(template, FLAG_NAMED.test(name));
    else if (LISTS.test(name)) for (const { value } of parameters) this.#listIn(value);
    else {
      const values = (SHOWN[name] ?? []).flatMap(
        one => parameters.find(({ name }) => name === one)?.value ?? [],
      );
      const shown = name === 'sortname' ? values : values.slice(0, 1);
      for (const [i, { start, end }] of shown.entries()) {
        if (i > 0) this.#maker.put(' ', start);
        this.#range(start, end);
      }
    }
  }

  #flag({ parameters, start, end }: Template, named: boolean): void {
    const value = parameters.find(one => one.name === '1')?.value;
    if (!value || value.end - value.start > LONGEST_COUNTRY) return;
    const country = this.#text.slice(value.start, value.end);
    const here = this.#maker.length;
    if (country === '' || /\.(?:svg|png|jpe?g|gif)$/i.test(country)) return;
    if (named) this.#maker.put(country, start, end);
    this.#maker.mark({ kind: 'flag', country, start: here, end: here });
  }

  /** Entries on lines of their own, each behind a star. */
  #listIn({ start, end }: Span): void {
    const words = this.#text.slice(start, end);
    const hasStars = /^[ \t]*\*/m.test(words);
    for (const line of words.matchAll(/[^\n]+/g)) {
      const lead = /^[ \t]*\*?[ \t]*/.exec(line[0])![0].length;
      if (hasStars && !line[0].slice(0, lead).includes('*')) continue;
      const from = start + line.index + lead;
      const to = start + line.index + line[0].length;
      if (to <= from) continue;
      this.#maker.put('\n', from);
      const here = this.#maker.length;
      this.#maker.mark({ kind: 'bullet', sign: '*', start: here, end: here });
      this.#range(from, to);
    }
    this.#maker.put('\n', end);
  }
}
