import type { CiteTag, ListTag, NoteTag } from './note-tags.ts';

/** What MediaWiki's Cite extension complains about on the page, by codes of our own. */
export type CiteErrorCode =
  | 'stray-attribute'
  | 'list-stray-attribute'
  | 'numeric-name'
  | 'name-and-follow'
  | 'bad-direction'
  | 'other-direction'
  | 'nameless'
  | 'empty'
  | 'undefined'
  | 'redefined'
  | 'group-without-list'
  | 'list-in-list'
  | 'listed-in-other-group'
  | 'listed-nameless'
  | 'listed-empty'
  | 'listed-unused';

export interface CiteError {
  readonly code: CiteErrorCode;
  /** What it is about first. */
  readonly tags: readonly CiteTag[];
}

interface Note {
  says: string | undefined;
  dir: string | undefined;
  readonly uses: NoteTag[];
  /** What gave it its words. */
  definition: NoteTag | undefined;
}

type Notes = Map<string, Note>;

/**
 * Goes through the tags as the Cite extension does, list by list and group by group, and gathers what it would complain
 * about. Made after its documentation and observed behaviour.
 */
export function citeErrors(tags: readonly CiteTag[]): CiteError[] {
  const page = new Page(tags);
  for (const tag of tags) {
    if (tag.kind === 'list') page.showList(tag);
    else if (tag.list) page.takeListed(tag, tag.list);
    else page.take(tag);
  }
  page.end();
  return page.errors;
}

class Page {
  readonly errors: CiteError[] = [];
  readonly #groups = new Map<string, Notes>();
  /** The last note without a name of each group. */
  readonly #nameless = new Map<string, NoteTag>();
  readonly #takesAnyGroup: boolean;

  constructor(tags: readonly CiteTag[]) {
    // Lists of explanatory notes show more groups than they name.
    this.#takesAnyGroup = tags.some(one => one.kind === 'list' && /^(?:lower|upper)-/.test(one.group));
  }

  take(tag: NoteTag): void {
    const { name = '', follow = '', group = '', dir, says, strays } = tag;
    const problem = this.#problemOf(tag);
    if (problem) this.#say(problem, tag);
    if (strays.length > 0) this.#say('stray-attribute', tag);
    if (problem || strays.length > 0) return;
    const notes = this.#group(group);
    if (follow !== '') {
      const parent = notes.get(follow);
      if (parent) parent.says = (parent.says ?? '') + says;
      return;
    }
    if (name === '') {
      this.#nameless.set(group, tag);
      return;
    }
    const note = notes.get(name) ?? { says: undefined, dir: undefined, uses: [], definition: undefined };
    notes.set(name, note);
    note.uses.push(tag);
    if (note.dir !== undefined && dir !== undefined && note.dir.toLowerCase() !== dir.toLowerCase())
      this.#say('other-direction', tag);
    note.dir ??= dir;
    this.#define(note, tag);
  }

  takeListed(tag: NoteTag, list: ListTag): void {
    const { name = '', says, strays } = tag;
    const group = list.group;
    if (strays.length > 0) this.#say('stray-attribute', tag);
    if (tag.group !== undefined && tag.group !== group) this.#say('listed-in-other-group', tag);
    else if (name === '') this.#say('listed-nameless', tag);
    else if (!says) this.#say('listed-empty', tag);
    else {
      const note = this.#groups.get(group)?.get(name);
      if (note) this.#define(note, tag);
      else this.#say('listed-unused', tag);
    }
  }

  showList(list: ListTag): void {
    if (list.strays.length > 0) this.#say('list-stray-attribute', list);
    if (list.holdsList) this.#say('list-in-list', list);
    this.#sayUndefined(list.group);
    this.#groups.delete(list.group);
    this.#nameless.delete(list.group);
  }

  end(): void {
    for (const [group, notes] of this.#groups) {
      this.#sayUndefined(group);
      if (group === '' || this.#takesAnyGroup) continue;
      const [named] = notes.values();
      const first = named?.uses[0] ?? this.#nameless.get(group);
      if (first) this.#say('group-without-list', first);
    }
  }

  #problemOf({ name = '', follow = '', dir, says }: NoteTag): CiteErrorCode | undefined {
    if (/^\d+$/.test(name) || /^\d+$/.test(follow)) return 'numeric-name';
    if (name !== '' && follow !== '') return 'name-and-follow';
    if (dir !== undefined && !/^(?:ltr|rtl|auto)$/i.test(dir)) return 'bad-direction';
    if (name !== '' || follow !== '' || says) return undefined;
    return says === undefined ? 'nameless' : 'empty';
  }

  #group(group: string): Notes {
    const notes = this.#groups.get(group) ?? new Map<string, Note>();
    this.#groups.set(group, notes);
    return notes;
  }

  #define(note: Note, tag: NoteTag): void {
    if (!tag.says) return;
    if (note.says && note.says !== tag.says)
      this.errors.push({ code: 'redefined', tags: [tag, ...(note.definition ? [note.definition] : [])] });
    note.says ||= tag.says;
    note.definition ??= tag;
  }

  #sayUndefined(group: string): void {
    for (const note of this.#groups.get(group)?.values() ?? [])
      if (!note.says && note.uses.length > 0) this.errors.push({ code: 'undefined', tags: note.uses });
  }

  #say(code: CiteErrorCode, tag: CiteTag): void {
    this.errors.push({ code, tags: [tag] });
  }
}
