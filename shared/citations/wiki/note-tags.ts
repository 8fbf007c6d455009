import type { Attribute, Markup, Parameter, Reference, Tag, Template } from '../../markup/markup.ts';
import { attributesOf } from '../../markup/wikitext/attributes.ts';
import type { Span } from '../../text/text-like.ts';

/** A note that MediaWiki sees: a `<ref>` outside of other references, `{{#tag:ref}}`, or a template that makes one. */
export interface NoteTag extends Span {
  readonly kind: 'note';
  /** Where it stands in the order of reading; notes made by templates come after those in them. */
  readonly order: number;
  readonly name: string | undefined;
  readonly group: string | undefined;
  readonly follow: string | undefined;
  readonly dir: string | undefined;
  /** What it says, without white space at the ends; undefined where it closes itself. */
  readonly says: string | undefined;
  /** Attributes that MediaWiki does not know. */
  readonly strays: readonly Attribute[];
  /** The tag that it is, where it is none of a template. */
  readonly reference?: Reference;
  /** The list of notes in which it stands and is defined for use elsewhere. */
  readonly list?: ListTag;
}

/** What shows a list of notes: `<references>`, `{{#tag:references}}`, `{{reflist}}`. */
export interface ListTag extends Span {
  readonly kind: 'list';
  readonly order: number;
  readonly group: string;
  readonly strays: readonly Attribute[];
  /** Whether it is `{{#tag:references}}`. */
  readonly isFunction: boolean;
  /** Whether another list is opened in it that it cannot hold. */
  holdsList: boolean;
}

export type CiteTag = NoteTag | ListTag;

const NOTE_KEYS = new Set(['name', 'group', 'follow', 'dir', 'extends', 'details']);
const LIST_KEYS = new Set(['group', 'responsive']);
const LIST_TEMPLATE =
  /^(?:ref(?:erence)?s?[ -]?list|reflist\b.*|refs|references|referencias|listaref|lista de referências|referências|références|note|примечания|список примечаний|примітки|reference|izvori|извори|референце|przypisy|einzelnachweise|notelist.*|efn-?list)$/i;
/** The groups that the lists of explanatory notes show. */
const NOTELIST_GROUPS: Readonly<Record<string, string>> = {
  '': 'lower-alpha',
  '-ua': 'upper-alpha',
  '-lr': 'lower-roman',
  '-ur': 'upper-roman',
  '-lg': 'lower-greek',
};

/** Whether a template shows a list of notes. */
const isListTemplate = (name: string): boolean => LIST_TEMPLATE.test(name.trim());

/**
 * The tags of MediaWiki's Cite extension in the order in which it meets them. What stands in a reference that is not
 * closed is not met at all.
 */
export function citeTags(text: string, markup: readonly Markup[]): CiteTag[] {
  const found: CiteTag[] = [];
  const holders: CiteTag[] = [];
  const closings = closingsOf(text, markup);
  let skipped = 0;
  const take = (tag: CiteTag, isHolder: boolean) => {
    found.push(tag);
    if (isHolder) holders.push(tag);
  };
  for (const span of markup) {
    if (span.start < skipped) continue;
    while (holders.length > 0 && holders.at(-1)!.end <= span.start) holders.pop();
    const holder = holders.at(-1);
    const list = holder?.kind === 'list' ? holder : undefined;
    const inList = list && { list };
    if (span.kind === 'reference') {
      skipped = span.end;
      if (!span.problems.includes('endless')) take({ ...noteOf(span, text), ...inList }, false);
    } else if (span.kind === 'template') {
      const made = noteOfTemplate(span, text);
      const shown = listOfTemplate(span, text);
      if (made) take({ ...made, ...inList }, true);
      else if (shown) take(shown, true);
      else if (/^r$/i.test(span.name)) found.push(...usesOf(span, text));
    } else if (span.kind === 'tag' && text[span.start + 1] !== '/') {
      // What is meant for pages that include this one is not shown on it.
      if (span.name === 'includeonly') skipped = closings.get(span) ?? span.end;
      if (span.name === 'references') {
        if (list?.isFunction) list.holdsList = true;
        take(rawList(span, text, closings.get(span)), true);
      }
    }
  }
  return found.sort((a, b) => a.order - b.order || b.start - a.start);
}

/** Where the tags end that hold notes or hide them, with what is between them. */
function closingsOf(text: string, markup: readonly Markup[]): ReadonlyMap<Tag, number> {
  const closings = new Map<Tag, number>();
  const next = new Map<string, number>();
  for (let i = markup.length - 1; i >= 0; i--) {
    const tag = markup[i]!;
    if (tag.kind !== 'tag') continue;
    if (text[tag.start + 1] === '/') next.set(tag.name, tag.end);
    else if (text[tag.end - 2] !== '/' && next.has(tag.name)) closings.set(tag, next.get(tag.name)!);
  }
  return closings;
}

/** `<references />` or `<references>…</references>`. */
function rawList(tag: Tag, text: string, close: number | undefined): ListTag {
  const isShort = text[tag.end - 2] === '/';
  const attributes = attributesOf(text, tag.start + '<references'.length, tag.end - (isShort ? 2 : 1));
  const end = close ?? tag.end;
  return {
    kind: 'list',
    ...{ start: tag.start, end, order: end },
    group: attributes.findLast(one => one.key === 'group')?.value ?? '',
    strays: attributes.filter(one => !LIST_KEYS.has(one.key)),
    isFunction: false,
    holdsList: false,
  };
}

function noteOf(reference: Reference, text: string): NoteTag {
  const { attributes, start, end, body } = reference;
  const last = (key: string) => attributes.findLast(one => one.key === key)?.value;
  return {
    kind: 'note',
    ...{ start, end, order: start, reference },
    ...{ name: last('name'), group: last('group'), follow: last('follow'), dir: last('dir') },
    says: body && text.slice(body.start, body.end).trim(),
    strays: attributes.filter(one => !NOTE_KEYS.has(one.key)),
  };
}

/** `{{#tag:ref|…}}`, `{{refn|…}}`, `{{efn|…}}`. */
function noteOfTemplate(template: Template, text: string): NoteTag | undefined {
  const { start, end } = template;
  const name = template.name.toLowerCase();
  const isTag = name === '#tag:ref';
  if (!isTag && name !== 'refn' && name !== 'efn') return undefined;
  const value = (key: string) => {
    const found = template.parameters.find(one => one.name === key);
    return found && unquoted(text.slice(found.value.start, found.value.end));
  };
  const says = value('1');
  return {
    kind: 'note',
    ...{ start, end, order: end },
    name: value('name'),
    group: value('group') ?? (name === 'efn' ? 'lower-alpha' : undefined),
    follow: value('follow'),
    dir: value('dir'),
    says: says || (value('name') ? undefined : says),
    strays: [],
  };
}

/** `{{r|one|two}}` repeats notes by their names. */
function usesOf({ start, end, parameters }: Template, text: string): NoteTag[] {
  const of = (key: string) => parameters.find(one => one.name === key);
  const words = (parameter: Parameter) => text.slice(parameter.value.start, parameter.value.end);
  const group = of('group') ?? of('grp') ?? of('g');
  return parameters
    .filter(one => /^\d+$/.test(one.name) && one.value.end > one.value.start)
    .map(one => ({
      kind: 'note' as const,
      ...{ start, end, order: start, name: words(one), group: group && words(group) },
      ...{ follow: undefined, dir: undefined, says: undefined, strays: [] },
    }));
}

function listOfTemplate(
  { start, end, parameters, ...template }: Template,
  text: string,
): ListTag | undefined {
  const name = template.name.toLowerCase();
  const isFunction = name === '#tag:references';
  if (!isFunction && !isListTemplate(name)) return undefined;
  const given = parameters.find(one => one.name === 'group' || one.name === 'grupo' || one.name === 'groupe');
  const noteList = /^notelist(.*)$/.exec(name)?.[1];
  const group =
    (given && unquoted(text.slice(given.value.start, given.value.end))) ??
    (noteList === undefined ? '' : (NOTELIST_GROUPS[noteList.trim()] ?? 'lower-alpha'));
  return { kind: 'list', start, end, order: end, group, strays: [], isFunction, holdsList: false };
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/s, '$2');
