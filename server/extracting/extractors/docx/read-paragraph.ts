import type { Piece } from '../../pieces.ts';
import type { InlineKind } from '../../text-builder.ts';
import type { Element, Hyperlink, NoteReference, Paragraph, Run } from './model.ts';

/** Links that lead somewhere; others are text. */
const LEADS = /^(?:https?:|mailto:|ftp:|#)/i;
const LONGEST_HREF = 4000;

/** A paragraph as it is written out. */
export interface ReadParagraph {
  readonly pieces: readonly Piece[];
  /** Of a heading, from 0. */
  readonly outline?: number;
  /** The list that it is an item of. */
  readonly list?: string;
}

/** What is needed to read paragraphs of one part of a document. */
export interface Reading {
  readonly part: string;
  /** @returns the mark for a note that is referred to, undefined where there is no such note */
  noteMark(reference: NoteReference): string | undefined;
  /** Raised or lowered digits that read on from digits on the line. */
  raised: number;
  /** Runs that are struck through. */
  struck: number;
  /** The paragraph of the file that is being read. */
  paragraph: number;
}

/** Reads a paragraph of mammoth's document with the bookmarks that were put in beforehand. */
export function readParagraph({ children }: Paragraph, reading: Reading): ReadParagraph {
  const reader = new ParagraphReader(reading);
  for (const child of children) reader.read(child, []);
  return reader.paragraph();
}

class ParagraphReader {
  readonly #reading: Reading;
  readonly #pieces: Piece[] = [];
  #outline: number | undefined;
  #list: string | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  paragraph(): ReadParagraph {
    return {
      pieces: trimmed(this.#pieces),
      ...(this.#outline === undefined ? {} : { outline: this.#outline }),
      ...(this.#list === undefined ? {} : { list: this.#list }),
    };
  }

  read(element: Element, inlines: readonly InlineKind[]): void {
    switch (element.type) {
      case 'text':
        // A line break within the XML is white space, not a line.
        this.#text(element.value.replace(/[\t\r\n]/g, ' '), inlines);
        break;
      case 'tab':
        this.#text('\t', inlines);
        break;
      case 'break':
        this.#mark('\n');
        break;
      case 'checkbox':
        this.#text(element.checked ? '☒' : '☐', inlines);
        break;
      case 'bookmarkStart':
        this.#told(element.name);
        break;
      case 'noteReference':
        this.#mark(this.#reading.noteMark(element) ?? '');
        break;
      case 'run':
        this.#run(element, inlines);
        break;
      case 'hyperlink':
        this.#link(element, inlines);
        break;
    }
  }

  #run({ verticalAlignment, children, ...looks }: Run, inlines: readonly InlineKind[]): void {
    if (verticalAlignment !== 'baseline' && raises(this.#pieces, children)) this.#reading.raised++;
    if (looks.isStrikethrough) this.#reading.struck++;
    const own = inlinesOf(looks);
    for (const child of children) this.read(child, [...inlines, ...own]);
  }

  #link({ href, anchor, children }: Hyperlink, inlines: readonly InlineKind[]): void {
    const leads = href ?? (anchor === undefined ? '' : `#${anchor}`);
    const isOne = LEADS.test(leads) && leads.length <= LONGEST_HREF && !inlines.some(isLink);
    const within: readonly InlineKind[] = isOne ? [{ kind: 'link', href: leads }, ...inlines] : inlines;
    for (const child of children) this.read(child, within);
  }

  #text(text: string, inlines: readonly InlineKind[]): void {
    const { part, paragraph } = this.#reading;
    this.#pieces.push({ text, at: { part, ...(paragraph > 0 ? { paragraph } : {}) }, inlines });
  }

  #mark(text: string): void {
    this.#pieces.push({ text, inlines: [] });
  }

  #told(name: string): void {
    const [what, value = ''] = name.split(' ');
    if (what === 'outline') this.#outline = Number(value);
    if (what === 'list') this.#list = value;
    if (what !== 'paragraph') return;
    this.#reading.paragraph = Number(value);
    // Where a change made one of two paragraphs, the last one's properties hold.
    this.#outline = undefined;
    this.#list = undefined;
  }
}

const isLink = ({ kind }: InlineKind): boolean => kind === 'link';

function inlinesOf({ isBold, isItalic }: { isBold: boolean; isItalic: boolean }): InlineKind[] {
  return [
    ...(isBold ? [{ kind: 'strong' } as const] : []),
    ...(isItalic ? [{ kind: 'emphasis' } as const] : []),
  ];
}

/** Whether digits off the line would be taken for further digits of a number: 10² for 102. */
function raises(pieces: readonly Piece[], children: readonly Element[]): boolean {
  const [first] = children;
  return first?.type === 'text' && /^[−-]?\d/.test(first.value) && /\d$/.test(pieces.at(-1)?.text ?? '');
}

/** @returns pieces without white space at their beginning and end, and without those that are empty then */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.map(piece => ({ ...piece }));
  for (const piece of kept) {
    piece.text = piece.text.replace(/^[ \t\n]+/, '');
    if (piece.text !== '') break;
  }
  for (const piece of kept.toReversed()) {
    piece.text = piece.text.replace(/[ \t\n]+$/, '');
    if (piece.text !== '') break;
  }
  return kept.filter(({ text }) => text !== '');
}
