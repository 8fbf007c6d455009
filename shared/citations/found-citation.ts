import type { CheckedText } from '../detectors/checked-text.ts';
import type { Markup, Reference, Template } from '../markup/markup.ts';
import type { Span } from '../text/text-like.ts';
import { citeFieldsOf, type Field, type FieldName } from './cite-fields.ts';
import { addressesIn } from './plain/addresses.ts';
import { type PlainNote, plainNotesOf } from './plain/notes.ts';

/** A citation in a text, in whatever form. */
export interface FoundCitation extends Span {
  /**
   * `reference`: a `<ref>` that says something; `repeat`: one that points at another by its name; `template`: a cite
   * template by itself; `footnote` and `mark`: a note in plain words and the number that points at it; `link`: an address
   * in the text.
   */
  readonly form: 'reference' | 'repeat' | 'template' | 'footnote' | 'mark' | 'link';
  readonly reference?: Reference;
  readonly template?: Template;
  readonly note?: PlainNote;
  /** The name or number by which it is cited. */
  readonly name?: string;
  /** The address that it gives, where it stands. */
  readonly address?: Span & { readonly text: string };
  /** A title given beside an address without a template. */
  readonly label?: Span;
  /** Fields of its template; nothing where it has none. */
  field(name: FieldName): Field | undefined;
}

const NO_FIELDS = (): undefined => undefined;

/** Finds the citations of a text, in its order; what lies in a reference is part of it. */
export function citationsOf(checked: CheckedText): readonly FoundCitation[] {
  const { text, markup } = checked;
  const isWiki = checked.mediaType === 'text/x-wiki';
  const found = isWiki ? inWikitext(text, markup) : [];
  const taken = isWiki ? takenOf(markup) : markup.filter(isVerbatim);
  const free = (span: Span) => apartFrom(taken, span);
  const notes = plainNotesOf(checked).filter(free);
  for (const note of notes)
    found.push({ ...spanOf(note), form: note.kind, note, name: note.number, field: NO_FIELDS });
  const footnotes = notes.filter(note => note.kind === 'footnote');
  for (const address of addressesIn(text)) {
    if (!free(address) || !apartFrom(footnotes, address)) continue;
    const link = markup.length > 0 ? linkAround(markup, address) : undefined;
    const span = link && (isWiki || text[link.start] !== '<') ? spanOf(link) : address;
    const words = { ...spanOf(address), text: text.slice(address.start, address.end) };
    const label = link && link.label.end > link.label.start ? { label: link.label } : {};
    found.push({ ...spanOf(span), form: 'link', address: words, ...label, field: NO_FIELDS });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function inWikitext(text: string, markup: readonly Markup[]): FoundCitation[] {
  const found: FoundCitation[] = [];
  let inside = 0;
  markup.forEach((span, i) => {
    if (span.kind === 'reference') {
      inside = Math.max(inside, span.meantEnd);
      found.push(ofReference(text, span, markup, i));
    } else if (span.kind === 'template' && span.start >= inside) {
      const fields = citeFieldsOf(text, span);
      if (!fields) return;
      const field = (name: FieldName) => fields.get(name);
      const url = field('url');
      const address = url ? { address: { ...url.value, text: url.text } } : {};
      found.push({ ...spanOf(span), form: 'template', template: span, ...address, field });
    }
  });
  return found;
}

function ofReference(
  text: string,
  reference: Reference,
  markup: readonly Markup[],
  at: number,
): FoundCitation {
  const { start, meantEnd: end, openEnd, body, name } = reference;
  const named = name ? { name } : {};
  const isSaying = body !== undefined && /\S/.test(text.slice(openEnd, Math.min(end, openEnd + 2_000)));
  const form = isSaying ? 'reference' : 'repeat';
  for (let i = at + 1; isSaying && i < markup.length && markup[i]!.start < end && i < at + MOST_INSIDE; i++) {
    const template = markup[i]!;
    if (template.kind === 'reference') break;
    const fields = template.kind === 'template' ? citeFieldsOf(text, template) : undefined;
    if (template.kind !== 'template' || !fields) continue;
    const field = (key: FieldName) => fields.get(key);
    const url = field('url');
    const address = url ? { address: { ...url.value, text: url.text } } : {};
    return { start, end, form, reference, template, ...named, ...address, field };
  }
  const [first] = isSaying ? addressesIn(text.slice(openEnd, Math.min(end, openEnd + 5_000))) : [];
  if (!first) return { start, end, form, reference, ...named, field: NO_FIELDS };
  const address = { start: openEnd + first.start, end: openEnd + first.end };
  const words = { ...address, text: text.slice(address.start, address.end) };
  const close = /^<\/ref/i.test(text.slice(body!.end, body!.end + 5)) ? Math.min(end, body!.end) : end;
  const label = labelBeside(text, { start: openEnd, end: close }, address);
  return {
    start,
    end,
    form,
    reference,
    ...named,
    address: words,
    ...(label ? { label } : {}),
    field: NO_FIELDS,
  };
}

/** The words of a reference that are not its address: what follows it, else what stands before. */
function labelBeside(text: string, body: Span, address: Span): Span | undefined {
  const parts = [
    { start: address.end, end: body.end },
    { start: body.start, end: address.start },
  ];
  return parts.find(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
}

/** So many spans of a reference are looked through for its template. */
const MOST_INSIDE = 60;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const isVerbatim = (one: Markup): boolean => one.kind === 'verbatim' || one.kind === 'comment';

/** What holds citations of its own or is not shown: no note or address is looked for in it. Ascending and apart. */
function takenOf(markup: readonly Markup[]): Span[] {
  const taken: Span[] = [];
  let end = 0;
  for (const one of markup) {
    if (one.start < end) continue;
    const isTaken =
      one.kind === 'reference' ||
      one.kind === 'template' ||
      isVerbatim(one) ||
      (one.kind === 'link' && one.to !== 'web');
    if (!isTaken) continue;
    end = one.kind === 'reference' ? one.meantEnd : one.end;
    taken.push({ start: one.start, end });
  }
  return taken;
}

/** Whether a span touches none of some, which are ascending and apart. */
function apartFrom(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low === spans.length || spans[low]!.start >= end;
}

/** The link to the web in which an address stands. */
function linkAround(markup: readonly Markup[], address: Span) {
  let low = 0;
  let high = markup.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (markup[middle]!.start <= address.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 8; i--) {
    const one = markup[i]!;
    if (one.kind === 'link' && one.to === 'web' && one.end >= address.end) return one;
  }
  return undefined;
}
