import { ClaimValue } from '../../model/claim.ts';
import { verdict, workflow } from '../../model/scales.ts';
import type {
  AnnotationFile,
  ForeignAnnotation,
  ForeignAnnotations,
  ForeignFault,
  ForeignNote,
  ForeignTarget,
  ForeignText,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
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
export function read(given: readonly AnnotationFile[], { unit = 'points' }: ReadOptions): ForeignAnnotations {
  const files = given.filter(({ name }) => ENDING.test(name));
  const own = given.length === 1 && files.length === 0 ? given : files;
  if (own.length === 0) throw new FormatError('', 'There is no .ann file among these.');
  const texts = new Map<string, ForeignText>();
  for (const { name, text } of given) if (/\.txt$/i.test(name)) texts.set(stem(name), textOf(name, text));
  const annotations: ForeignAnnotation[] = [];
  const faults: ForeignFault[] = [];
  for (const file of own) {
    const key = stem(file.name);
    const text = texts.get(key);
    const many = own.length > 1 ? `${key} ` : '';
    const reader = new Reader(
      file.text,
      text ? { text: key } : { about: { sources: [`${key}.txt`], title: key } },
      unit,
      text?.bom ?? false,
    );
    for (const annotation of reader.annotations())
      annotations.push({ ...annotation, id: many + annotation.id });
    for (const fault of reader.faults) faults.push({ ...fault, id: many + fault.id });
  }
  const used = new Set(own.map(({ name }) => stem(name)));
  for (const key of texts.keys()) if (!used.has(key)) texts.delete(key);
  return { texts, annotations, faults, notes: [] };
}

export function recognises({ name, text }: AnnotationFile): boolean {
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

/** One file, whose lines refer to one another by ids. */
class Reader {
  readonly faults: ForeignFault[] = [];
  readonly #where: Where;
  readonly #unit: Unit;
  readonly #shift: number;
  readonly #spans = new Map<string, { span: Span; lines: string[] }>();
  /** The span that an event or relation hangs on. */
  readonly #home = new Map<string, string>();
  readonly #others: { line: BratLine; source: string }[] = [];

  constructor(content: string, where: Where, unit: Unit, bom: boolean) {
    this.#where = where;
    this.#unit = unit;
    this.#shift = bom ? 1 : 0;
    for (const [i, raw] of content
      .replace(/^\ufeff/, '')
      .split('\n')
      .entries()) {
      const source = raw.replace(/\r$/, '');
      if (source.trim() === '') continue;
      const line = readLine(source);
      if (!line) this.faults.push({ id: `line ${i + 1}`, says: 'This is no line of brat standoff.' });
      else if (line.is !== 'T') this.#others.push({ line, source });
      else if (this.#spans.has(line.id))
        this.faults.push({ id: line.id, says: 'There are two spans of this id.' });
      else this.#spans.set(line.id, { span: line, lines: [source] });
    }
    for (const { line } of this.#others) {
      if (line.is === 'E') this.#home.set(line.id, line.trigger);
      if (line.is === 'R' && line.roles[0]) this.#home.set(line.id, line.roles[0].of);
    }
  }

  *annotations(): Generator<ForeignAnnotation> {
    const remarks = new Map<string, Remarks>([...this.#spans.keys()].map(id => [id, new Remarks()]));
    for (const { line, source } of this.#others) this.#tell(line, source, remarks);
    for (const [id, { span, lines }] of this.#spans) {
      const sought = { parts: this.#partsOf(span), spaces: 'each' } as const;
      const target: ForeignTarget = { ...this.#where, sought };
      const { note, ...said } = remarks.get(id)!.read();
      yield { id, label: span.type, target, ...said, notes: note, original: lines.join('\n') };
    }
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
    for (let step = 0; step < 100 && !this.#spans.has(at); step++) {
      const home = this.#home.get(at);
      if (home === undefined) return undefined;
      at = home;
    }
    return this.#spans.has(at) ? at : undefined;
  }

  #say(id: string): string {
    const span = this.#spans.get(this.#spanOf(id) ?? '')?.span;
    return span ? `${namedBy(span.surface)} (${namedBy(id)})` : namedBy(id);
  }

  #tell(line: BratLine, source: string, remarks: ReadonlyMap<string, Remarks>): void {
    if (line.is === '*') {
      if (line.members.length > MOST_EQUAL) {
        this.faults.push({ id: '*', says: `It says that ${line.members.length} spans are the same.` });
        return;
      }
      const homes = line.members.map(id => this.#spanOf(id));
      const known = homes.filter(home => home !== undefined);
      if (known.length === 0) this.#fault('*', line.members.join(' '));
      for (const home of known) {
        this.#spans.get(home)!.lines.push(source);
        const others = line.members.filter((_, i) => homes[i] !== home);
        remarks.get(home)!.note.push({ text: `${line.type}: ${others.map(id => this.#say(id)).join(', ')}` });
      }
      return;
    }
    const of = line.is === 'T' || line.is === 'E' || line.is === 'R' ? line.id : line.of;
    const home = this.#spanOf(of);
    if (home === undefined) {
      this.#fault(line.id, of);
      return;
    }
    this.#spans.get(home)!.lines.push(source);
    const about = of === home ? '' : `${of}: `;
    const said = remarks.get(home)!;
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
    this.faults.push({ id, says: `It is about ${namedBy(of)}, which this file does not have.` });
  }
}

/** What the other lines say about a span. */
class Remarks {
  readonly note: ForeignNote[] = [];
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
    return { ...this.#scales, ...fields, tags: this.#tags, note: this.note };
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
