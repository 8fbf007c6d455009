import type { Span } from '../text/text-like.ts';

/** One parameter of a template. */
export interface Parameter {
  /** As written, or its number from 1 where it has no name. */
  readonly name: string;
  /** Where its name begins, or its value where it has none. */
  readonly start: number;
  /** The value without the white space around it. */
  readonly value: Span;
}

/** An attribute of a tag as MediaWiki reads it; from the first sign of its name to the last of its value. */
export interface Attribute extends Span {
  /** Its name in lower case. */
  readonly key: string;
  readonly value: string;
}

/** What is wrong with a reference. */
export type ReferenceProblem =
  /** Its name stands in curly quotation marks, which are taken for part of the name. */
  | 'curly'
  /** What should close it is misspelt, so that it runs on to the end of a later one. */
  | 'misspelt'
  /** Another reference begins before it ends. */
  | 'unclosed'
  /** Nothing closes it up to the end of the text. */
  | 'endless'
  /** It repeats a reference that stands nowhere. */
  | 'undefined'
  /** It has neither words nor a name. */
  | 'empty';

export interface Template extends Span {
  readonly kind: 'template';
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** A footnote. As in MediaWiki, one that is not closed properly runs on to the next closing tag. */
export interface Reference extends Span {
  readonly kind: 'reference';
  /** What its writer seems to have called it; `attributes` have what MediaWiki takes for its name. */
  readonly name?: string;
  readonly attributes: readonly Attribute[];
  /** Where its opening tag ends. */
  readonly openEnd: number;
  /** What it says; a repeated reference says nothing. */
  readonly body?: Span;
  /** Where its writer seems to have meant it to end; `end` unless something is wrong. */
  readonly meantEnd: number;
  /** What was meant to close it, where that is misspelt. */
  readonly misspelt?: Span;
  readonly problems: readonly ReferenceProblem[];
}

export interface Link extends Span {
  readonly kind: 'link';
  readonly to: 'page' | 'web' | 'category' | 'file';
  readonly target: string;
  /** The words that are shown; empty for a bare address in brackets. */
  readonly label: Span;
}

export interface Heading extends Span {
  readonly kind: 'heading';
  /** 1 to 6: the number of signs. */
  readonly level: number;
  readonly inner: Span;
}

export interface Emphasis extends Span {
  readonly kind: 'bold' | 'italic';
  readonly inner: Span;
}

/** What makes an entry of a list; `sign` is as written: `*`, `##`, `:`. */
export interface Bullet extends Span {
  readonly kind: 'bullet';
  readonly sign: string;
}

/** A tag such as `<br>` or `</small>`, by its name in lower case. */
export interface Tag extends Span {
  readonly kind: 'tag';
  readonly name: string;
}

/** Words that are not read as markup, between tags such as `<nowiki>` and `</nowiki>`. */
export interface Verbatim extends Span {
  readonly kind: 'verbatim';
  readonly inner: Span;
}

export interface Aside extends Span {
  /** A comment, or a `{{{parameter}}}` to be filled in. */
  readonly kind: 'comment' | 'argument';
}

/** A stretch of a text that is markup, in UTF-16 code units of the raw text. */
export type Markup = Template | Reference | Link | Heading | Emphasis | Bullet | Tag | Verbatim | Aside;

/**
 * Finds the markup of a text: ascending by start, what holds another one first. Any two are apart or one
 * lies in the other. Never throws, and takes time in proportion to the length.
 */
export type Scanner = (text: string) => Markup[];
