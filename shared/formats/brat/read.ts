import { ClaimValue } from '../../model/claim.ts';
import { verdict, workflow } from '../../model/scales.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignFault,
  ForeignNote,
  ForeignPiece,
  ForeignTarget,
  ForeignText,
  LongFile,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import { linesIn } from '../lines-in.ts';
import type { Part, Unit } from '../placing/sought.ts';
import { namedBy } from '../relations.ts';
import { type BratLine, type Role, readLine } from './lines.ts';

type Span = BratLine & { readonly is: 'T' };
/** Most spans that one line may say are the same: each of them is kept with it. */
const MOST_EQUAL = 100;
const ENDING = /\.(ann|a1|a2)$/i;

/**
 * Reads brat standoff: `.ann` files and, where they are there, the `.txt` files of the same names, to which offsets
 * in code points apply as they are, byte order mark and line ends included.
 */
export async function* read(
  given: readonly LongFile[],
  { unit = 'points' }: ReadOptions,
): AsyncGenerator<ForeignPiece> {
  const files = given.filter(({ name }) => ENDING.test(name));
  const own = given.length === 1 && files.length === 0 ? given : files;
  if (own.length === 0) throw new FormatError('', 'There is no .ann file among these.');
  const texts = new Map(
    given.filter(({ name }) => /\.txt$/i.test(name)).map(file => [stem(file.name), file]),
  );
  const told = new Set<string>();
  for (const file of own) {
    const key = stem(file.name);
    const beside = texts.get(key);
    const text = beside && textOf(beside.name, await beside.whole());
    if (text && !told.has(key)) yield { is: 'text', key, text };
    told.add(key);
    const where = text ? { text: key } : { about: { sources: [`${key}.txt`], title: key } };
    const reader = new Reader(file, where, unit, text?.bom ?? false);
    const prefix = own.length > 1 ? `${key} ` : '';
    for await (const one of reader.read())
      if ('target' in one) yield { is: 'annotation', annotation: { ...one, id: prefix + one.id } };
      else yield { is: 'fault', fault: { ...one, id: prefix + one.id } };
  }
}

export function recognises({ name, text }: FileHead): boolean {
  return ENDING.test(name) && /^[TEARMN#*]\d*\t/.test(text);
}

const stem = (name: string): string => name.replace(/\.[^.]*$/, '');

function textOf(name: string, text: string): ForeignText {
  const bom = text.startsWith('\ufeff');
  return { title: name, text: bom ? text.slice(1) : text, ...(bom ? { bom } : {}) };
}

type Where =
  | { readonly text: string }
  | { readonly about: { readonly sources: string[]; readonly title: string } };

type Said = { readonly id: string; readonly line: BratLine | undefined; readonly source: string };

/**
 * One file, whose lines refer to one another by ids, before and after them: in a first pass what is said about spans is
 * gathered, and by which words they are named; in a second one they are read with it.
 */
class Reader {
  readonly #file: LongFile;
  readonly #where: Where;
  readonly #unit: Unit;
  readonly #shift: number;
  /** By what each span is named. */
  readonly #named = new Map<string, string>();
  /** The span that an event or relation hangs on. */
  readonly #home = new Map<string, string>();
  readonly #remarks = new Map<string, Remarks>();
  readonly #faults: ForeignFault[] = [];

  constructor(file: LongFile, where: Where, unit: Unit, bom: boolean) {
    this.#file = file;
    this.#where = where;
    this.#unit = unit;
    this.#shift = bom ? 1 : 0;
  }

  async *read(): AsyncGenerator<ForeignAnnotation | ForeignFault> {
    await this.#gather();
    const told = new Set<string>();
    for await (const { id, line, source } of this.#lines()) {
      if (!line) yield { id, says: 'This is no line of brat standoff.' };
      else if (line.is === 'T') {
        if (told.has(line.id)) yield { id: line.id, says: 'There are two spans of this id.' };
        else yield this.#annotation(line, source);
        told.add(line.id);
      }
    }
    yield* this.#faults;
  }

  async *#lines(): AsyncGenerator<Said> {
    let i = 0;
    for await (const raw of linesIn(this.#file.text())) {
      const source = (i === 0 ? raw.replace(/^\ufeff/, '') : raw).replace(/\r$/, '');
      i++;
      if (source.trim() !== '') yield { id: `line ${i}`, line: readLine(source), source };
    }
  }

  async #gather(): Promise<void> {
    const others: string[] = [];
    for await (const { line, source } of this.#lines()) {
      if (line?.is === 'T') {
        if (!this.#named.has(line.id)) this.#named.set(line.id, namedBy(line.surface));
      } else if (line) others.push(source);
      if (line?.is === 'E') this.#home.set(line.id, line.trigger);
      if (line?.is === 'R' && line.roles[0]) this.#home.set(line.id, line.roles[0].of);
    }
    for (const source of others) this.#tell(readLine(source)!, source);
  }

  #annotation(span: Span, source: string): ForeignAnnotation {
    const { note, lines, ...said } = (this.#remarks.get(span.id) ?? new Remarks()).read();
    this.#remarks.delete(span.id);
    const sought = { parts: this.#partsOf(span), spaces: 'each' } as const;
    const target: ForeignTarget = { ...this.#where, sought };
    return {
      id: span.id,
      ...{ label: span.type, target, ...said, notes: note, original: [source, ...lines].join('\n') },
    };
  }

  #partsOf({ spans, surface }: Span): Part[][] {
    const words = splitSurface(surface, spans, this.#unit);
    if (words === undefined && surface !== '' && spans.length > 1)
      return [[{ by: 'unknown', says: 'Its words do not have the lengths that its numbers say.' }]];
    return spans.map(([start, end], i): Part[] => {
      const positions = [{ start: start - this.#shift, end: end - this.#shift, unit: this.#unit }];
      const exact = words?.[i] ?? '';
      return [{ by: 'words', positions, ...(exact === '' ? {} : { quote: { exact } }) }];
    });
  }

  /** Where a line about an event or relation belongs, through events that hang on events. */
  #spanOf(id: string): string | undefined {
    let at = id;
    for (let step = 0; step < 100 && !this.#named.has(at); step++) {
      const home = this.#home.get(at);
      if (home === undefined) return undefined;
      at = home;
    }
    return this.#named.has(at) ? at : undefined;
  }

  #say(id: string): string {
    const words = this.#named.get(this.#spanOf(id) ?? '');
    return words === undefined ? namedBy(id) : `${words} (${namedBy(id)})`;
  }

  #about(home: string, source: string): Remarks {
    const remarks = this.#remarks.get(home) ?? new Remarks();
    if (remarks.lines.push(source) === 1) this.#remarks.set(home, remarks);
    return remarks;
  }

  #tell(line: BratLine, source: string): void {
    if (line.is === '*') {
      if (line.members.length > MOST_EQUAL) {
        this.#faults.push({ id: '*', says: `It says that ${line.members.length} spans are the same.` });
        return;
      }
      const homes = line.members.map(id => this.#spanOf(id));
      const known = homes.filter(home => home !== undefined);
      if (known.length === 0) this.#fault('*', line.members.join(' '));
      for (const home of known) {
        const others = line.members.filter((_, i) => homes[i] !== home);
        const text = `${line.type}: ${others.map(id => this.#say(id)).join(', ')}`;
        this.#about(home, source).note.push({ text });
      }
      return;
    }
    const of = line.is === 'T' || line.is === 'E' || line.is === 'R' ? line.id : line.of;
    const home = this.#spanOf(of);
    if (home === undefined) {
      this.#fault(line.id, of);
      return;
    }
    const about = of === home ? '' : `${of}: `;
    const said = this.#about(home, source);
    switch (line.is) {
      case 'E':
        if (line.roles.length > 0)
          said.note.push({ text: `${line.type}: ${this.#sayRoles(line.roles)}`, id: line.id });
        break;
      case 'R':
        said.note.push({ text: `${line.type}: ${this.#sayRoles(line.roles.slice(1))}`, id: line.id });
        break;
      case 'A':
        said.attribute(about, line.name, line.value);
        break;
      case 'N':
        said.note.push({ text: `${about}${line.name} ${line.target} ${line.words}`.trim() });
        break;
      case '#':
        said.remark(about, line.name, line.words);
        break;
    }
  }

  #sayRoles(roles: readonly Role[]): string {
    return roles.map(({ name, of }) => `${name} ${this.#say(of)}`).join(', ');
  }

  #fault(id: string, of: string): void {
    this.#faults.push({ id, says: `It is about ${namedBy(of)}, which this file does not have.` });
  }
}

/** What the other lines say about a span. */
class Remarks {
  readonly note: ForeignNote[] = [];
  /** The lines that say so. */
  readonly lines: string[] = [];
  readonly #tags: string[] = [];
  readonly #fields: Record<string, string> = {};
  #scales: Pick<ForeignAnnotation, 'verdict' | 'workflow' | 'value'> = {};

  attribute(about: string, name: string, value: string | undefined): void {
    const found = verdict.schema.safeParse(value);
    const step = workflow.schema.safeParse(value);
    if (about === '' && name === 'Verdict' && found.success)
      this.#scales = { ...this.#scales, verdict: found.data };
    else if (about === '' && name === 'Workflow' && step.success)
      this.#scales = { ...this.#scales, workflow: step.data };
    else this.#tags.push(`${about}${name}${value === undefined ? '' : `: ${value}`}`);
  }

  remark(about: string, name: string, words: string): void {
    const field = /^Field\.([a-z][A-Za-z0-9]{0,39})$/.exec(name)?.[1];
    if (name === 'Tag') this.#tags.push(about + words);
    else if (about === '' && field !== undefined && words.length <= 5000) this.#fields[field] = words;
    else if (about === '' && name === 'Value' && this.#value(words)) return;
    else this.note.push({ text: `${about}${name === 'AnnotatorNotes' ? '' : `${name}: `}${words}` });
  }

  #value(words: string): boolean {
    try {
      const value = ClaimValue.safeParse(JSON.parse(words));
      if (value.success) this.#scales = { ...this.#scales, value: value.data };
      return value.success;
    } catch {
      return false;
    }
  }

  read() {
    const fields = Object.keys(this.#fields).length > 0 ? { fields: this.#fields } : {};
    return { ...this.#scales, ...fields, tags: this.#tags, note: this.note, lines: this.lines };
  }
}

/** @returns the words of each span: the surface joins them with one space each; undefined where the lengths differ */
function splitSurface(
  surface: string,
  spans: readonly (readonly [number, number])[],
  unit: Unit,
): string[] | undefined {
  if (surface === '') return undefined;
  if (spans.length === 1) return [surface];
  const forms: (readonly string[])[] = [[...surface], surface.split('')];
  for (const letters of unit === 'utf16' ? forms.reverse() : forms) {
    const parts: string[] = [];
    let at = 0;
    for (const [start, end] of spans) {
      parts.push(letters.slice(at, at + end - start).join(''));
      at += end - start + 1;
    }
    if (at - 1 === letters.length) return parts;
  }
  return undefined;
}
