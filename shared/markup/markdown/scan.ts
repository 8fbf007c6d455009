import { GFM, type LeafBlockParser, type MarkdownConfig, parser } from '@lezer/markdown';
import type { Bullet, Markup, Reference } from '../markup.ts';
import { inOrder, trimmed } from '../order.ts';
import { guarded } from './guard.ts';

type Node = ReturnType<ReturnType<typeof parser.parse>['cursor']>['node'];

const FOOTNOTE = /^\[\^[^\s\]]{1,60}\]/;
const LONGEST_TARGET = 2_000;

const footnoteParagraph: LeafBlockParser = {
  nextLine: () => false,
  finish(block, leaf) {
    const inner = block.parser.parseInline(leaf.content, leaf.start);
    block.addLeafElement(leaf, block.elt('Paragraph', leaf.start, leaf.start + leaf.content.length, inner));
    return true;
  },
};

/** Marks of footnotes, "[^1]", and their words, "[^1]: …". */
const footnotes: MarkdownConfig = {
  defineNodes: ['FootnoteMark'],
  parseBlock: [
    {
      // "[^a]: word" would else be taken for the definition of a link.
      name: 'Footnote',
      before: 'LinkReference',
      leaf: (_, { content }) => (FOOTNOTE.test(content) ? footnoteParagraph : null),
    },
  ],
  parseInline: [
    {
      name: 'FootnoteMark',
      before: 'Link',
      parse(inline, next, at) {
        if (next !== 91 || inline.char(at + 1) !== 94) return -1;
        const found = FOOTNOTE.exec(inline.slice(at, Math.min(inline.end, at + 64)));
        return found ? inline.addElement(inline.elt('FootnoteMark', at, at + found[0].length)) : -1;
      },
    },
  ],
};

const markdown = parser.configure([GFM, footnotes]);

/**
 * Finds the markup of Markdown (CommonMark and GitHub's additions, footnotes): headings, emphasis, links, lists, code,
 * quotations, tags. Tables, numbers of lists and rules are read as they are written.
 */
export function scanMarkdown(text: string): Markup[] {
  const found: Markup[] = [];
  const cursor = markdown.parse(guarded(text)).cursor();
  do {
    const markup = makers[cursor.name]?.(text, cursor.node);
    if (markup && markup.end > markup.start) found.push(markup);
  } while (cursor.next());
  return withDefinitions(text, inOrder(found));
}

type Maker = (text: string, node: Node) => Markup | undefined;

const makers: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(level => [`ATXHeading${level}`, heading(level)])),
  ...Object.fromEntries([1, 2].map(level => [`SetextHeading${level}`, heading(level)])),
  Emphasis: emphasis('italic'),
  StrongEmphasis: emphasis('bold'),
  InlineCode: verbatim,
  FencedCode: fenced,
  Link: link('web'),
  Image: link('file'),
  Autolink: autolink,
  ListMark: bullet,
  QuoteMark: (text, { from, to }) => tag('blockquote', from, /[ \t]/.test(text[to] ?? '') ? to + 1 : to),
  HTMLTag: (text, { from, to }) =>
    tag(/[a-z][a-z\d]*/i.exec(text.slice(from, from + 24))?.[0] ?? '', from, to),
  Comment: (_, { from, to }) => ({ kind: 'comment', start: from, end: to }),
  CommentBlock: (_, { from, to }) => ({ kind: 'comment', start: from, end: to }),
  Escape: (_, { from }) => tag('escape', from, from + 1),
  FootnoteMark: footnote,
};

function heading(level: number): Maker {
  return (text, node) => {
    const marks = node.getChildren('HeaderMark');
    const first = marks[0];
    const isBefore = first?.from === node.from;
    const from = isBefore ? first.to : node.from;
    const last = marks.at(-1);
    const to = last && last.from > from ? last.from : node.to;
    const inner = trimmed(text, from, to);
    return { kind: 'heading', level, start: node.from, end: node.to, inner };
  };
}

function emphasis(kind: 'bold' | 'italic'): Maker {
  return (_, node) => {
    const marks = node.getChildren('EmphasisMark');
    const [first, last] = [marks[0], marks.at(-1)];
    if (!first || !last || first.to > last.from) return undefined;
    return { kind, start: node.from, end: node.to, inner: { start: first.to, end: last.from } };
  };
}

function verbatim(_: string, node: Node): Markup | undefined {
  const marks = node.getChildren('CodeMark');
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || first === last) return undefined;
  return { kind: 'verbatim', start: node.from, end: node.to, inner: { start: first.to, end: last.from } };
}

/** A block of code: its fences go with the line breaks between them and the code. */
function fenced(text: string, node: Node): Markup | undefined {
  const marks = node.getChildren('CodeMark');
  const line = text.indexOf('\n', node.from);
  if (line < 0 || line >= node.to) return undefined;
  const last = marks.length > 1 ? marks.at(-1)!.from : node.to;
  const before = text.lastIndexOf('\n', last - 1);
  const end = marks.length > 1 && before > line ? before : Math.max(last, line + 1);
  return { kind: 'verbatim', start: node.from, end: node.to, inner: { start: line + 1, end } };
}

function link(to: 'web' | 'file'): Maker {
  return (text, node) => {
    const marks = node.getChildren('LinkMark');
    const url = node.getChild('URL');
    const [open, close] = marks;
    if (!open || !close || open.to > close.from) return undefined;
    // Without an address it names a definition elsewhere, or is but words in brackets.
    if (!url && !node.getChild('LinkLabel')) return undefined;
    const target = url
      ? text.slice(url.from, Math.min(url.to, url.from + LONGEST_TARGET)).replace(/^<|>$/g, '')
      : '';
    const isPage = to === 'web' && !/^[a-z][a-z\d+.-]*:/i.test(target);
    const label = { start: open.to, end: close.from };
    return { kind: 'link', to: isPage ? 'page' : to, target, start: node.from, end: node.to, label };
  };
}

function autolink(text: string, { from, to }: Node): Markup {
  const label = { start: from + 1, end: to - 1 };
  return { kind: 'link', to: 'web', target: text.slice(label.start, label.end), start: from, end: to, label };
}

function bullet(text: string, node: Node): Bullet | undefined {
  const list = node.parent?.parent;
  if (list?.name !== 'BulletList') return undefined;
  let end = node.to;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return { kind: 'bullet', sign: '*'.repeat(listDepth(list)), start: node.from, end };
}

/** So deep lists are set in; deeper ones no further. */
const DEEPEST = 8;

function listDepth(list: Node): number {
  let depth = 0;
  for (let node: Node | null = list; node && depth < DEEPEST; node = node.parent)
    if (node.name === 'BulletList' || node.name === 'OrderedList') depth++;
  return depth;
}

const tag = (name: string, start: number, end: number): Markup => ({
  kind: 'tag',
  name: name.toLowerCase(),
  start,
  end,
});

/** A mark "[^name]", and "[^name]: " before the words of a footnote. */
function footnote(text: string, { from }: Node): Reference | undefined {
  const mark = FOOTNOTE.exec(text.slice(from, from + 64))?.[0];
  if (mark === undefined) return undefined;
  let end = from + mark.length;
  const isDefinition = text[end] === ':' && /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, from - 12), from));
  if (isDefinition) end++;
  while (isDefinition && /[ \t]/.test(text[end] ?? '')) end++;
  const name = mark.slice(2, -1);
  return {
    kind: 'reference',
    start: from,
    end,
    name,
    attributes: [],
    openEnd: end,
    meantEnd: end,
    problems: [],
  };
}

/** Says of marks that point at no footnote that they do. */
function withDefinitions(text: string, markup: readonly Markup[]): Markup[] {
  const isDefinition = (one: Reference) => text.slice(one.start, one.end).trimEnd().endsWith(':');
  const defined = new Set<string>();
  for (const one of markup) if (one.kind === 'reference' && isDefinition(one)) defined.add(one.name!);
  return markup.map(one =>
    one.kind === 'reference' && !defined.has(one.name!) ? { ...one, problems: ['undefined' as const] } : one,
  );
}
