import { ORIGINAL_LIMIT } from '../../model/claim.ts';
import type { Span } from '../../text/text-like.ts';
import { CLAIM_LAYER, type Features, readFeatures } from '../claim-features.ts';
import type {
  AnnotationFile,
  ForeignAnnotation,
  ForeignAnnotations,
  ForeignFault,
  ForeignNote,
  ForeignText,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
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
export function read(files: readonly AnnotationFile[]): ForeignAnnotations {
  const texts = new Map<string, ForeignText>();
  const annotations: ForeignAnnotation[] = [];
  const faults: ForeignFault[] = [];
  for (const { name, text } of files) {
    if (!text.startsWith('#FORMAT=WebAnno TSV 3'))
      throw new FormatError('#FORMAT', `${name || 'The file'} does not begin with "#FORMAT=WebAnno TSV 3".`);
    const prefix = files.length > 1 ? `${name} ` : '';
    const reader = new Reader(text, prefix);
    if (reader.text === '') throw new FormatError('#Text', `${name || 'The file'} has no sentences.`);
    texts.set(name, { title: name.replace(/\.tsv$/i, ''), text: reader.text, looseSpace: true });
    for (const annotation of reader.annotations(name)) annotations.push(annotation);
    for (const fault of reader.faults) faults.push(fault);
  }
  return { texts, annotations, faults, notes: [] };
}

export const recognises = ({ text }: AnnotationFile): boolean => text.startsWith('#FORMAT=WebAnno TSV 3');

class Reader {
  text = '';
  readonly faults: ForeignFault[] = [];
  readonly #layers: Layer[] = [];
  readonly #units: Unit[] = [];
  readonly #tokens = new Map<string, string>();
  #between = 0;
  readonly #prefix: string;

  constructor(content: string, prefix: string) {
    this.#prefix = prefix;
    let sentence: string[] = [];
    let columns = 3;
    for (const [i, raw] of content.split('\n').entries()) {
      const line = raw.replace(/\r$/, '');
      const header = HEADER.exec(line);
      if (header) {
        const features = header[3]!.split('|');
        this.#layers.push({ kind: header[1] as Layer['kind'], name: header[2]!, features, from: columns });
        columns += features.length;
        if (columns > MOST_COLUMNS)
          throw new FormatError('#T', `Its layers have more than ${MOST_COLUMNS} columns.`);
      } else if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice(6)));
      else if (/^\d+-\d+/.test(line)) {
        const unit = unitOf(line);
        if (!unit) this.faults.push({ id: `${prefix}line ${i + 1}`, says: 'This is no token.' });
        else {
          if (sentence.length > 0) this.#begin(sentence.join('\n'), unit.start);
          sentence = [];
          this.#units.push(unit);
          if (!this.#tokens.has(unit.number)) this.#tokens.set(unit.number, unit.token);
        }
      }
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

  *annotations(text: string): Generator<ForeignAnnotation> {
    const found = this.#spans();
    this.#relations(found);
    const claims = new Map<string, Found[]>();
    for (const one of found.values()) {
      const claim = one.layer.name === CLAIM_LAYER ? one.values.get('claim') : undefined;
      if (claim === undefined) yield this.#annotation([one], text, saidBy(one));
      else {
        const parts = claims.get(claim) ?? [];
        if (parts.push(one) === 1) claims.set(claim, parts);
      }
    }
    for (const parts of claims.values())
      yield this.#annotation(parts, text, readFeatures(Object.fromEntries(parts[0]!.values) as Features));
  }

  #annotation(parts: readonly Found[], text: string, said: Partial<ForeignAnnotation>): ForeignAnnotation {
    const units = parts.flatMap(part => part.units);
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
  #spans(): Map<string, Found> {
    const found = new Map<string, Found>();
    for (const unit of this.#units)
      for (const layer of this.#layers) {
        if (layer.kind === 'RL') continue;
        const stacks = layer.features.map((_, f) => splitCell(unit.cells[layer.from - 3 + f] ?? '_', '|'));
        const stacked = stacks.reduce((most, stack) => Math.max(most, stack.length), 0);
        const depth = Math.min(stacked, MOST_STACKED);
        if (stacked > depth)
          this.faults.push({
            id: `${this.#prefix}${unit.number}`,
            says: `Of ${stacked} annotations of one layer on it, ${depth} were read.`,
          });
        for (let k = 0; k < depth; k++) {
          const cells = stacks.map(stack => valueAndId(stack[k] ?? stack[0] ?? '_'));
          if (cells.every(({ value }) => value === '_' || value === '')) continue;
          const id = layer.kind === 'SP' ? cells.find(cell => cell.id !== undefined)?.id : undefined;
          const key = id === undefined ? `${layer.name} ${unit.number} ${k}` : `${layer.name} [${id}]`;
          const known = found.get(key);
          if (known) known.units.push(unit);
          else
            found.set(key, {
              layer,
              units: [unit],
              values: valuesOf(layer, cells),
              notes: this.#slots(layer, cells),
            });
        }
      }
    return found;
  }

  /** Roles that other annotations play for this one. */
  #slots({ features }: Layer, cells: readonly { value: string }[]): ForeignNote[] {
    return features.flatMap((feature, f) => {
      if (!feature.startsWith('ROLE_')) return [];
      const roles = splitCell(cells[f]!.value, ';');
      const targets = splitCell(cells[f + 1]?.value ?? '', ';');
      if (cells[f]!.value === '_' || cells[f]!.value === '*') return [];
      return roles.map((role, i) => {
        const number = (targets[i] ?? '').replace(/\[.*$/, '');
        return {
          text: sayRelated({
            type: unescaped(role.replace(/\[\d+\]$/, '')),
            id: number,
            words: this.#word(number),
          }),
        };
      });
    });
  }

  #word(number: string): string | undefined {
    return this.#tokens.get(number);
  }

  /** A relation is told by a note on the annotation that it leads to, or on one of the same unit. */
  #relations(found: ReadonlyMap<string, Found>): void {
    const byUnit = new Map<Unit, Found[]>();
    for (const one of found.values())
      for (const unit of one.units) {
        const here = byUnit.get(unit) ?? [];
        if (here.push(one) === 1) byUnit.set(unit, here);
      }
    for (const unit of this.#units)
      for (const layer of this.#layers) {
        if (layer.kind !== 'RL') continue;
        const stacks = layer.features.map((_, f) => splitCell(unit.cells[layer.from - 3 + f] ?? '_', '|'));
        const depth = stacks.at(-1)?.length ?? 0;
        for (let k = 0; k < depth; k++) {
          const source = (stacks.at(-1)![k] ?? '_').replace(/\[.*$/, '');
          if (source === '_' || source === '') continue;
          const values = stacks.slice(0, -1).map(stack => unescaped(valueAndId(stack[k] ?? '*').value));
          const told = values.filter(value => value !== '*' && value !== '_').join(' ');
          const type = told || layer.name.replace(/^.*\./, '');
          const base = layer.features.at(-1)?.replace(/^BT_/, '');
          const here = byUnit.get(unit) ?? [];
          const home = here.find(one => one.layer.name === base) ?? here[0];
          const note = sayRelated({ type, id: source, words: this.#word(source) });
          if (home) home.notes.push({ text: note });
          else
            this.faults.push({
              id: `${this.#prefix}${unit.number}`,
              says: `A relation (${note}) leads to no annotation.`,
            });
        }
      }
  }
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

function valuesOf(layer: Layer, cells: readonly { value: string }[]): Map<string, string> {
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
