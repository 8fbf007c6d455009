import { ORIGINAL_LIMIT } from '../../model/claim.ts';
import type { Span } from '../../text/text-like.ts';
import { CLAIM_LAYER, type Features, readFeatures } from '../claim-features.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignFault,
  ForeignNote,
  ForeignPiece,
  LongFile,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import { linesIn } from '../lines-in.ts';
import type { Part } from '../placing/sought.ts';
import { sayRelated } from '../relations.ts';
import { splitCell, unescaped, valueAndId } from './escapes.ts';

/** A layer, and which columns are its. */
interface Layer {
  readonly kind: 'SP' | 'CH' | 'RL';
  readonly name: string;
  readonly features: readonly string[];
  readonly from: number;
}

/** A token or a part of one. */
interface Unit extends Span {
  readonly number: string;
  readonly token: string;
  readonly cells: readonly string[];
  readonly line: string;
}

/** What a unit says of an annotation: those with the same key are one. */
interface Mark {
  readonly layer: Layer;
  readonly cells: readonly { readonly value: string }[];
  /** Undefined where the annotation has no other units. */
  readonly key: string | undefined;
}

interface Found {
  readonly layer: Layer;
  readonly units: Unit[];
  readonly values: ReadonlyMap<string, string>;
  readonly notes: ForeignNote[];
}

/** Most annotations of one layer on one token, most columns of all layers, and most units of text between sentences that the file does not tell. */
const MOST_COLUMNS = 200;
const MOST_STACKED = 100;
const MOST_BETWEEN = 10_000_000;

const HEADER = /^#T_(SP|CH|RL)=([^|]*)\|?(.*)$/;

/** Reads WebAnno TSV 3.x. The text is put together again from its sentences; offsets are UTF-16 code units. */
export async function* read(files: readonly LongFile[]): AsyncGenerator<ForeignPiece> {
  for (const file of files) {
    const { name } = file;
    const reader = new Reader(file, files.length > 1 ? `${name} ` : '');
    await reader.lookThrough();
    const title = name.replace(/\.tsv$/i, '');
    yield { is: 'text', key: name, text: { title, text: reader.text, looseSpace: true } };
    for await (const annotation of reader.annotations()) {
      yield { is: 'annotation', annotation };
      for (const fault of reader.faults.splice(0)) yield { is: 'fault', fault };
    }
    for (const fault of reader.faults) yield { is: 'fault', fault };
  }
}

export const recognises = ({ text }: FileHead): boolean => text.startsWith('#FORMAT=WebAnno TSV 3');

/**
 * One file, whose annotations may go over many tokens and name others: in a first pass its text is put together, and it is
 * counted of how much each annotation is made; in a second one, where others are named, their words are found; in the last
 * one the annotations are read, and let go of when they are whole.
 */
class Reader {
  text = '';
  readonly faults: ForeignFault[] = [];
  readonly #file: LongFile;
  readonly #prefix: string;
  readonly #layers: Layer[] = [];
  /** How many units each annotation has, and how many annotations each claim of ours. */
  readonly #units = new Map<string, number>();
  readonly #parts = new Map<string, number>();
  /** The words of tokens that are named elsewhere, by their numbers. */
  readonly #named = new Map<string, string | undefined>();
  #between = 0;

  constructor(file: LongFile, prefix: string) {
    this.#file = file;
    this.#prefix = prefix;
  }

  /** @throws FormatError where the file is none of these, or has no text */
  async lookThrough(): Promise<void> {
    const { name } = this.#file;
    let sentence: string[] = [];
    let columns = 3;
    let isFirst = true;
    for await (const line of this.#lines()) {
      if (isFirst && !line.startsWith('#FORMAT=WebAnno TSV 3'))
        throw new FormatError(
          '#FORMAT',
          `${name || 'The file'} does not begin with "#FORMAT=WebAnno TSV 3".`,
        );
      isFirst = false;
      const header = HEADER.exec(line);
      if (header) {
        const features = header[3]!.split('|');
        this.#layers.push({ kind: header[1] as Layer['kind'], name: header[2]!, features, from: columns });
        columns += features.length;
        if (columns > MOST_COLUMNS)
          throw new FormatError('#T', `Its layers have more than ${MOST_COLUMNS} columns.`);
      } else if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice(6)));
      else {
        const unit = isToken(line) ? unitOf(line) : undefined;
        if (!unit) continue;
        if (sentence.length > 0) this.#begin(sentence.join('\n'), unit.start);
        sentence = [];
        this.#count(unit);
      }
    }
    if (this.text === '') throw new FormatError('#Text', `${name || 'The file'} has no sentences.`);
    if (this.#named.size > 0) await this.#name();
  }

  async *#lines(): AsyncGenerator<string> {
    for await (const line of linesIn(this.#file.text())) yield line.replace(/\r$/, '');
  }

  #count(unit: Unit): void {
    for (const { layer, cells, key } of this.#marksOn(unit)) {
      const units = key === undefined ? 0 : (this.#units.get(key) ?? 0);
      if (key !== undefined) this.#units.set(key, units + 1);
      const claim = units === 0 ? claimIn(layer, valuesOf(layer, cells)) : undefined;
      if (claim !== undefined) this.#parts.set(claim, (this.#parts.get(claim) ?? 0) + 1);
      for (const [, number] of rolesIn(layer, cells)) this.#named.set(number, undefined);
    }
    for (const { source } of this.#relationsOn(unit)) this.#named.set(source, undefined);
  }

  async #name(): Promise<void> {
    for await (const line of this.#lines()) {
      const unit = isToken(line) ? unitOf(line) : undefined;
      if (unit && this.#named.has(unit.number) && this.#named.get(unit.number) === undefined)
        this.#named.set(unit.number, unit.token);
    }
  }

  /** Sentences stand where their first token says; what was between them is not told. */
  #begin(sentence: string, start: number): void {
    const gap = start - this.text.length;
    this.#between += Math.max(0, gap);
    if (gap < 0 || this.#between > MOST_BETWEEN)
      throw new FormatError(
        '#Text',
        `A sentence begins at ${start}, where another one stands or far from it.`,
      );
    this.text += (gap > 0 ? `\n${' '.repeat(gap - 1)}` : '') + sentence;
  }

  async *annotations(): AsyncGenerator<ForeignAnnotation> {
    const begun = new Map<string, Found>();
    const claims = new Map<string, Found[]>();
    let i = 0;
    for await (const line of this.#lines()) {
      i++;
      if (!isToken(line)) continue;
      const unit = unitOf(line);
      if (!unit) {
        this.faults.push({ id: `${this.#prefix}line ${i}`, says: 'This is no token.' });
        continue;
      }
      for (const one of this.#foundOn(unit, begun)) {
        const claim = claimIn(one.layer, one.values);
        if (claim === undefined) {
          yield this.#annotation([one], saidBy(one));
          continue;
        }
        const parts = claims.get(claim) ?? [];
        if (parts.push(one) < this.#parts.get(claim)!) claims.set(claim, parts);
        else {
          claims.delete(claim);
          yield this.#annotation(parts, readFeatures(Object.fromEntries(parts[0]!.values) as Features));
        }
      }
    }
  }

  /** @returns the annotations that end with a unit; those that go on are among those that have begun */
  #foundOn(unit: Unit, begun: Map<string, Found>): Found[] {
    const here: Found[] = [];
    const ended: Found[] = [];
    for (const { layer, cells, key } of this.#marksOn(unit, this.faults)) {
      const known = key === undefined ? undefined : begun.get(key);
      const one = known ?? {
        layer,
        units: [],
        values: valuesOf(layer, cells),
        notes: this.#slots(layer, cells),
      };
      one.units.push(unit);
      here.push(one);
      if (key !== undefined && one.units.length < this.#units.get(key)!) begun.set(key, one);
      else {
        if (key !== undefined) begun.delete(key);
        ended.push(one);
      }
    }
    this.#relate(unit, here);
    return ended;
  }

  #annotation(parts: readonly Found[], said: Partial<ForeignAnnotation>): ForeignAnnotation {
    const units = parts.flatMap(part => part.units);
    const text = this.#file.name;
    return {
      id: `${this.#prefix}${units[0]!.number}`,
      target: { text, sought: { parts: parts.map(part => [this.#partOf(part.units)]), spaces: 'each' } },
      ...said,
      notes: [...(said.notes ?? []), ...parts.flatMap(part => part.notes)],
      original: units.map(({ line }) => line).join('\n'),
    };
  }

  /** From the first unit to the end of the last; the tokens' own words tell whether the numbers are right. */
  #partOf(units: readonly Unit[]): Part {
    const start = units.reduce((least, unit) => Math.min(least, unit.start), Number.POSITIVE_INFINITY);
    const end = units.reduce((most, unit) => Math.max(most, unit.end), 0);
    const agree = units.every(unit => this.text.slice(unit.start, unit.end) === unit.token);
    const exact = agree ? this.text.slice(start, end) : units.map(({ token }) => token).join(' ');
    return { by: 'words', positions: [{ start, end, unit: 'utf16' }], quote: { exact } };
  }

  /** Spans and links of chains: those with the same number are one, those without have one unit each. */
  *#marksOn(unit: Unit, faults?: ForeignFault[]): Generator<Mark> {
    for (const layer of this.#layers) {
      if (layer.kind === 'RL') continue;
      const stacks = stacksOf(layer, unit);
      const stacked = stacks.reduce((most, stack) => Math.max(most, stack.length), 0);
      const depth = Math.min(stacked, MOST_STACKED);
      if (stacked > depth)
        faults?.push({
          id: `${this.#prefix}${unit.number}`,
          says: `Of ${stacked} annotations of one layer on it, ${depth} were read.`,
        });
      for (let k = 0; k < depth; k++) {
        const cells = stacks.map(stack => valueAndId(stack[k] ?? stack[0] ?? '_'));
        if (cells.every(({ value }) => value === '_' || value === '')) continue;
        const id = layer.kind === 'SP' ? cells.find(cell => cell.id !== undefined)?.id : undefined;
        yield { layer, cells, key: id === undefined ? undefined : `${layer.name} [${id}]` };
      }
    }
  }

  /** Roles that other annotations play for this one. */
  #slots(layer: Layer, cells: Mark['cells']): ForeignNote[] {
    return rolesIn(layer, cells).map(([type, id]) => ({
      text: sayRelated({ type, id, words: this.#named.get(id) }),
    }));
  }

  *#relationsOn(unit: Unit): Generator<{ layer: Layer; source: string; told: string }> {
    for (const layer of this.#layers) {
      if (layer.kind !== 'RL') continue;
      const stacks = stacksOf(layer, unit);
      const depth = stacks.at(-1)?.length ?? 0;
      for (let k = 0; k < depth; k++) {
        const source = (stacks.at(-1)![k] ?? '_').replace(/\[.*$/, '');
        if (source === '_' || source === '') continue;
        const values = stacks.slice(0, -1).map(stack => unescaped(valueAndId(stack[k] ?? '*').value));
        yield { layer, source, told: values.filter(value => value !== '*' && value !== '_').join(' ') };
      }
    }
  }

  /** A relation is told by a note on the annotation that it leads to, or on one of the same unit. */
  #relate(unit: Unit, here: readonly Found[]): void {
    for (const { layer, source, told } of this.#relationsOn(unit)) {
      const type = told || layer.name.replace(/^.*\./, '');
      const base = layer.features.at(-1)?.replace(/^BT_/, '');
      const home = here.find(one => one.layer.name === base) ?? here[0];
      const note = sayRelated({ type, id: source, words: this.#named.get(source) });
      if (home) home.notes.push({ text: note });
      else
        this.faults.push({
          id: `${this.#prefix}${unit.number}`,
          says: `A relation (${note}) leads to no annotation.`,
        });
    }
  }
}

const isToken = (line: string): boolean => /^\d+-\d+/.test(line);

/** The annotations of a layer that are stacked on a unit, feature by feature. */
const stacksOf = ({ features, from }: Layer, { cells }: Unit): string[][] =>
  features.map((_, f) => splitCell(cells[from - 3 + f] ?? '_', '|'));

/** The claim of ours that an annotation is a part of; undefined where it is none. */
const claimIn = ({ name }: Layer, values: ReadonlyMap<string, string>): string | undefined =>
  name === CLAIM_LAYER ? values.get('claim') : undefined;

/** Roles, and the numbers of the tokens that play them. */
function rolesIn({ features }: Layer, cells: Mark['cells']): (readonly [role: string, number: string])[] {
  return features.flatMap((feature, f) => {
    const { value } = cells[f]!;
    if (!feature.startsWith('ROLE_') || value === '_' || value === '*') return [];
    const targets = splitCell(cells[f + 1]?.value ?? '', ';');
    return splitCell(value, ';').map(
      (role, i) =>
        [unescaped(role.replace(/\[\d+\]$/, '')), (targets[i] ?? '').replace(/\[.*$/, '')] as const,
    );
  });
}

function unitOf(line: string): Unit | undefined {
  const [number = '', offsets = '', token = '', ...cells] = line.split('\t');
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(offsets);
  if (!match || !/^\d+-\d+(\.\d+)?$/.test(number)) return undefined;
  return {
    number,
    start: Number(match[1]),
    end: Number(match[2]),
    token: unescaped(token),
    cells,
    line: line.slice(0, ORIGINAL_LIMIT),
  };
}

function valuesOf(layer: Layer, cells: Mark['cells']): Map<string, string> {
  const values = new Map<string, string>();
  for (const [f, feature] of layer.features.entries()) {
    const isSlot = feature.startsWith('ROLE_') || layer.features[f - 1]?.startsWith('ROLE_');
    const { value } = cells[f]!;
    if (!isSlot && feature !== '' && value !== '*' && value !== '_') values.set(feature, unescaped(value));
  }
  return values;
}

const LABELS = ['value', 'PosValue', 'label', 'identifier', 'referenceType'];

/** The first feature that says which one it is, or the layer's name; the others as tags. */
function saidBy({ layer, values }: Found): Partial<ForeignAnnotation> {
  const name = layer.name.replace(/^.*\./, '');
  const labelled = LABELS.find(feature => values.has(feature)) ?? values.keys().next().value;
  const tags = [...values].flatMap(([feature, value]) =>
    feature === labelled ? [] : [`${feature}: ${value}`],
  );
  return labelled === undefined
    ? { label: name, tags }
    : { label: values.get(labelled)!, tags: [name, ...tags] };
}
