import { msg, str } from '@lit/localize';
import type {
  Bullet,
  Heading,
  Link,
  Markup,
  Reference,
  Tag,
  Template,
  Verbatim,
} from '../../../shared/markup/markup.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { plural } from '../../localize/plural.ts';
import type { Chip, Fold, Style } from '../../reader/types.ts';
import { describeReference, ReferenceNumbers } from './lens-references.ts';
import { lookOf, type TemplateLook } from './lens-templates.ts';

/** What a lens makes of a text: what it hides, ascending and apart, and what it sets in another type. */
export interface LensView {
  readonly folds: readonly Fold[];
  readonly styles: readonly Style[];
}

const LONGEST_TARGET = 36;

/**
 * Folds the markup of a text for reading.
 * @param text the whole raw text
 * @param markup what is markup in it, as the scanner of its media type gives it
 */
export function foldsOf(text: string, markup: readonly Markup[]): LensView {
  return new LensFolds(text, markup).make();
}

class LensFolds {
  readonly #text: string;
  readonly #markup: readonly Markup[];
  readonly #folds: Fold[] = [];
  readonly #styles: Style[] = [];
  readonly #numbers = new ReferenceNumbers();
  #next = 0;
  /** Up to where a line holds nothing but templates so far. */
  #head = 0;

  constructor(text: string, markup: readonly Markup[]) {
    this.#text = text;
    this.#markup = markup;
  }

  make(): LensView {
    this.#takeUpTo(this.#text.length + 1);
    this.#folds.sort((a, b) => a.start - b.start || a.end - b.end);
    // Closing signs may lie in what another fold hides.
    let at = 0;
    const folds = this.#folds.filter(fold => {
      if (fold.start < at || fold.end <= fold.start) return false;
      at = fold.end;
      return true;
    });
    return { folds, styles: this.#styles.sort((a, b) => a.start - b.start || b.end - a.end) };
  }

  #takeUpTo(end: number): void {
    while (this.#next < this.#markup.length && this.#markup[this.#next]!.start < end)
      this.#take(this.#markup[this.#next++]!);
  }

  /** Passes over what lies before an offset. */
  #passTo(offset: number): void {
    while (this.#next < this.#markup.length && this.#markup[this.#next]!.start < offset) this.#next++;
  }

  #take(span: Markup): void {
    switch (span.kind) {
      case 'template':
        this.#template(span);
        break;
      case 'reference':
        this.#reference(span);
        break;
      case 'link':
        this.#link(span);
        break;
      case 'heading':
        this.#heading(span);
        break;
      case 'bold':
      case 'italic':
        this.#around(span, span.inner, this.#beginsList(span) ? { before: 'gap' } : {});
        this.#styles.push({ ...span.inner, css: span.kind === 'bold' ? 'b' : 'i' });
        break;
      case 'bullet':
        this.#bullet(span);
        break;
      case 'tag':
        this.#tag(span);
        break;
      case 'verbatim':
        this.#verbatim(span);
        break;
      case 'comment':
        this.#chip(span, msg('comment'));
        break;
      case 'argument':
        this.#chip(span, this.#words({ start: span.start + 3, end: span.end - 3 }));
    }
  }

  #hide(start: number, end: number, more: Omit<Fold, 'start' | 'end'> = {}): void {
    this.#folds.push({ start, end, ...more });
  }

  /** Hides the signs before and behind some words. */
  #around(whole: Span, { start, end }: Span, more: Partial<Fold> = {}): void {
    const { start: from, end: to } = whole;
    this.#hide(from, start, { ...more, whole: { start: from, end: to } });
    this.#hide(end, to, { whole: { start: from, end: to } });
  }

  /** Hides all of a span behind a chip. */
  #chip(span: Span, text: string, chip: Partial<Chip> = {}, more: Partial<Fold> = {}): void {
    const said = chip.description ?? this.#words(span);
    const description = said.includes(text) ? said : `${text}: ${said}`;
    this.#hide(span.start, span.end, { chip: { text, ...chip, description }, ...more });
    this.#passTo(span.end);
  }

  #tag({ start, end, name }: Tag): void {
    this.#hide(start, end, name === 'br' ? { before: 'line' } : {});
    if (this.#text[start] !== '>') return;
    const line = this.#lineStart(start);
    this.#styles.push({ start: line, end: line + 1, css: 'quoted', ofRow: true });
  }

  #verbatim(span: Verbatim): void {
    const { start, end, inner } = span;
    this.#around(span, inner);
    this.#passTo(end);
    if (!/[`~]/.test(this.#text[start]!)) return;
    this.#styles.push({ ...inner, css: 'code' });
  }

  #template(template: Template): void {
    const look = lookOf(template, span => this.#words(span));
    switch (look.kind) {
      case 'words':
        this.#chip(template, look.words, { css: 'word' });
        break;
      case 'inline':
        this.#chip(template, look.words, { css: 'flag' });
        break;
      case 'value':
        this.#around(template, look.value.value);
        this.#passTo(look.value.value.start);
        this.#takeUpTo(look.value.value.end);
        this.#passTo(template.end);
        break;
      case 'fields':
        this.#fields(template, look);
        break;
      case 'name':
        this.#chip(template, template.name, {}, this.#headOf(template));
    }
  }

  /** Templates before a line's first words are set off from these. */
  #headOf({ start, end }: Span): Partial<Fold> {
    const isHead = start === this.#head || start === 0 || /[\n\r]/.test(this.#text[start - 1]!);
    if (!isHead) return {};
    this.#head = this.#pastSpaces(end);
    const isLast =
      !this.#text.startsWith('{{', this.#head) && !/^[\n\r]?$/.test(this.#text[this.#head] ?? '');
    return isLast ? { after: 'gap', end: this.#head } : {};
  }

  #fields(template: Template, look: TemplateLook & { kind: 'fields' }): void {
    const { start, end, name } = template;
    const whole = { start, end };
    const chip = { text: name, description: msg(str`${name}: show its raw text`) };
    const first = look.fields[0]?.value.start ?? end;
    const nameEnd = Math.min(this.#text.indexOf(name, start) + name.length, first);
    this.#hide(start, nameEnd, { chip, before: 'rule', whole });
    const text =
      look.empty > 0
        ? plural(look.rest, msg(str`${look.rest} {field folded¦fields folded}, ${look.empty} empty`))
        : plural(look.rest, msg(str`${look.rest} {field folded¦fields folded}`));
    const says = look.rest > 0 ? { chip: { text, description: text, css: 'says', isFixed: true } } : {};
    let at = nameEnd;
    for (const { label, value } of look.fields) {
      const field = { text: label, description: label, css: 'field', isFixed: true };
      this.#hide(at, value.start, { ...(at === nameEnd ? says : {}), label: field, after: 'line', whole });
      this.#passTo(value.start);
      this.#takeUpTo(value.end);
      at = value.end;
    }
    for (let line = this.#lineStart(start); line < end; ) {
      const next = this.#text.indexOf('\n', line) + 1;
      if (next === 0 || next > end) break;
      this.#styles.push({ start: line, end: line + 1, css: 'tight', ofRow: true });
      line = next;
    }
    this.#head = this.#pastSpaces(end);
    this.#hide(at, this.#isLineEnd(this.#head) ? end : this.#head, { after: 'rule end', whole });
    this.#passTo(end);
  }

  #reference(reference: Reference): void {
    const { start, meantEnd, end, body, problems } = reference;
    const following = this.#markup[this.#next];
    const begins = body && this.#pastSpaces(body.start);
    const citation = following?.kind === 'template' && following.start === begins ? following : undefined;
    const number = this.#numbers.of(reference);
    const description = describeReference(reference, number, citation, span => this.#words(span));
    const isBad = problems.length > 0;
    this.#chip({ start, end: meantEnd }, isBad ? `${number}!` : String(number), {
      css: isBad ? 'ref bad' : 'ref',
      description,
    });
    // The tag that closes another reference as well is hidden there.
    if (meantEnd < end && body && !this.#endsAlso(end)) this.#hide(body.end, end);
  }

  /** Whether words inside a line are set off to head the list behind them. */
  #beginsList({ start, end }: Span): boolean {
    if (start === 0 || /[\n\r]/.test(this.#text[start - 1]!)) return false;
    const behind = this.#pastSpaces(end);
    for (let i = this.#next; i < this.#markup.length && this.#markup[i]!.start <= behind; i++)
      if (this.#markup[i]!.start === behind) return this.#markup[i]!.kind === 'bullet';
    return false;
  }

  #endsAlso(end: number): boolean {
    for (let i = this.#next; i < this.#markup.length && this.#markup[i]!.start < end; i++)
      if (this.#markup[i]!.end === end) return true;
    return false;
  }

  #link(link: Link): void {
    const { start, end, label, to, target } = link;
    if (to === 'category' || to === 'file') this.#chip(link, target);
    else if (label.start === label.end) this.#chip(link, target.replace(/^\w+:\/\//, '').slice(0, 40));
    else {
      const whole = { start, end };
      const shows = to === 'page' && differs(target, this.#words(label));
      const text = `→ ${target.slice(0, LONGEST_TARGET)}${target.length > LONGEST_TARGET ? '…' : ''}`;
      const chip = { text, description: msg(str`links to ${target}`), css: 'lk', isFixed: true };
      this.#hide(start, label.start, { whole });
      this.#hide(label.end, end, { whole, ...(shows ? { chip } : {}) });
      this.#passTo(label.start);
    }
  }

  #heading({ start, end, inner, level }: Heading): void {
    const whole = { start, end };
    this.#hide(start, inner.start, { before: 'h', whole });
    const behind = this.#pastSpaces(end);
    this.#hide(inner.end, behind, { ...(this.#isLineEnd(behind) ? {} : { after: 'below' }), whole });
    this.#styles.push({ ...inner, css: `h${level}` });
  }

  #bullet({ start, end, sign }: Bullet): void {
    let from = start;
    while (from > 0 && /[ \t]/.test(this.#text[from - 1]!)) from--;
    from = Math.min(start, Math.max(from, this.#folds[this.#folds.length - 1]?.end ?? 0));
    const depth = '\u2003'.repeat(sign.length - 1);
    const text = depth + (sign.endsWith('*') ? '•' : sign.endsWith('#') ? '–' : '\u2003');
    const chip = { text, description: msg('Entry of a list'), css: 'entry', isFixed: true };
    this.#hide(from, end, { before: 'line', chip });
    // An entry on a line of its own stands close to the line above.
    const line = this.#lineStart(start);
    if (line < start || line === 0) return;
    const above = this.#lineStart(line - 1);
    this.#styles.push({ start: above, end: above + 1, css: 'tight', ofRow: true });
  }

  #lineStart(offset: number): number {
    return offset === 0 ? 0 : this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #pastSpaces(offset: number): number {
    let at = offset;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at++;
    return at;
  }

  #isLineEnd(offset: number): boolean {
    return /^[\n\r]?$/.test(this.#text[offset] ?? '');
  }

  /** Raw words on one line, cut where they get long. */
  #words({ start, end }: Span): string {
    const words = this.#text.slice(start, Math.min(end, start + 240)).replace(/\s+/g, ' ');
    return end - start > 240 ? `${words}…` : words;
  }
}

/** Rows that belong to one paragraph or list with the row below: in Markdown only an empty line parts them. */
export function closeRows(text: string): Style[] {
  const rows: Style[] = [];
  for (let start = 0, next = 0; ; start = next) {
    next = text.indexOf('\n', start) + 1;
    if (next === 0) return rows;
    const isEmpty = next - start <= 2 && text.slice(start, next).trim() === '';
    if (!isEmpty && !/[\r\n]/.test(text[next] ?? '\n'))
      rows.push({ start, end: start + 1, css: 'tight', ofRow: true });
  }
}

/** Whether a link leads to something that its words do not name: a name of several words that differs. */
function differs(target: string, label: string): boolean {
  const plain = (words: string) =>
    words
      .replace(/\s*\([^)]*\)\s*$|#.*$/g, '')
      .replace(/[’']/g, '')
      .replaceAll('_', ' ')
      .toLowerCase();
  return /\S\s\S/.test(plain(target)) && plain(target) !== plain(label);
}
