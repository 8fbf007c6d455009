/** What mammoth reads a Word document into, as far as it is used here. */
export type Element =
  | Paragraph
  | Run
  | Hyperlink
  | Table
  | Row
  | Cell
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | NoteReference
  | { readonly type: 'image' }
  | { readonly type: 'commentReference' };

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Element[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly level: string; readonly isOrdered: boolean } | null;
}

export interface Run {
  readonly type: 'run';
  readonly children: readonly Element[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStrikethrough: boolean;
  readonly verticalAlignment: 'baseline' | 'superscript' | 'subscript';
}

export interface Hyperlink {
  readonly type: 'hyperlink';
  readonly children: readonly Element[];
  readonly href?: string;
  readonly anchor?: string;
}

export interface Table {
  readonly type: 'table';
  readonly children: readonly Element[];
}

export interface Row {
  readonly type: 'tableRow';
  readonly children: readonly Element[];
  readonly isHeader: boolean;
}

export interface Cell {
  readonly type: 'tableCell';
  readonly children: readonly Element[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface NoteReference {
  readonly type: 'noteReference';
  readonly noteType: 'footnote' | 'endnote';
  readonly noteId: string;
}

export interface Note {
  readonly body: readonly Element[];
}

export interface WordDocument {
  readonly children: readonly Element[];
  readonly notes: { resolve(reference: NoteReference): Note | null };
}
