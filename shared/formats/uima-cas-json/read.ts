import { z } from 'zod';
import { CLAIM_LAYER, type ClaimFeature, type Features, readFeatures } from '../claim-features.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignFault,
  ForeignNote,
  ForeignPiece,
  ForeignText,
  LongFile,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Part, Unit } from '../placing/sought.ts';
import { readItems } from '../read-json.ts';
import { sayRelated } from '../relations.ts';

const STRUCTURES = '%FEATURE_STRUCTURES';
const Structure = z.looseObject({ '%ID': z.union([z.number(), z.string()]), '%TYPE': z.string() });
type Structure = z.infer<typeof Structure>;
const Frame = z.looseObject({ '%HEADER': z.record(z.string(), z.unknown()).optional() });
const Offsets = z.object({ begin: z.number(), end: z.number() });
const Sofa = z.object({ sofaString: z.string().min(1), sofaID: z.string().optional() });

/** What every CAS has and nobody marked. */
const WHOLE = /(^|\.)(DocumentAnnotation|DocumentMetaData|TagsetDescription|CasMetadata)$/;
const SEGMENTS = /\.segmentation\.type\.(Sentence|Token|Paragraph|Heading|Lemma)$/;
/** Features that say which of its kind an annotation is. */
const LABELS = ['value', 'label', 'identifier', 'PosValue', 'category', 'type'];
const OWN = new Set(['%ID', '%TYPE', '%FLAGS', '@sofa', 'begin', 'end', 'sofa']);

/** Reads UIMA CAS JSON 0.4. Offsets are UTF-16 code units unless the header says otherwise. */
export async function* read(files: readonly LongFile[], { unit }: ReadOptions): AsyncGenerator<ForeignPiece> {
  let segments = 0;
  for (const file of files) {
    const reader = new Reader(file, files.length > 1 ? `${file.name} ` : '', unit);
    yield* reader.read();
    segments += reader.segments;
  }
  if (segments > 0) yield { is: 'note', says: `${segments} tokens, sentences and the like were left aside.` };
}

export function recognises({ text }: FileHead): boolean {
  return /^\ufeff?\s*\{/.test(text) && /"%(FEATURE_STRUCTURES|TYPES)"/.test(text.slice(0, 100_000));
}

function unitOf(header: Readonly<Record<string, unknown>> = {}): Unit {
  const [, told] = Object.entries(header).find(([name]) => /offset/i.test(name)) ?? [];
  if (/32/.test(String(told))) return 'points';
  return /utf-?8/i.test(String(told)) ? 'bytes' : 'utf16';
}

/**
 * One file, whose structures refer to one another by ids: in a first pass its texts are found, and what is referred to; in
 * a second one, where anything is, what that is; in the last one the annotations are read.
 */
class Reader {
  segments = 0;
  readonly #file: LongFile;
  readonly #prefix: string;
  #unit: Unit;
  readonly #isUnitGiven: boolean;
  readonly #texts = new Map<string, ForeignText>();
  /** What annotations refer to, by ids. */
  readonly #referred = new Map<string, Structure | undefined>();
  /** Of how many structures a claim of ours is made. */
  readonly #parts = new Map<string, number>();
  readonly #faults: ForeignFault[] = [];

  constructor(file: LongFile, prefix: string, unit: Unit | undefined) {
    this.#file = file;
    this.#prefix = prefix;
    this.#unit = unit ?? 'utf16';
    this.#isUnitGiven = unit !== undefined;
  }

  async *read(): AsyncGenerator<ForeignPiece> {
    await this.#lookThrough();
    for (const [key, text] of this.#texts) yield { is: 'text', key, text };
    if (this.#referred.size > 0) await this.#follow();
    for await (const annotation of this.#annotations()) {
      yield { is: 'annotation', annotation };
      for (const fault of this.#faults.splice(0)) yield { is: 'fault', fault };
    }
    for (const fault of this.#faults) yield { is: 'fault', fault };
  }

  /** @param frame hears what stands around the structures */
  async *#structures(frame?: (value: unknown) => void): AsyncGenerator<Structure | undefined> {
    let isCas = false;
    for await (const { value, of, key, taken } of readItems(this.#file, { entries: [STRUCTURES] })) {
      if (of === undefined) {
        isCas = taken?.includes(STRUCTURES) ?? false;
        frame?.(value);
      } else if (of === STRUCTURES) {
        const entry = key === undefined ? value : { '%ID': key, ...(value as object) };
        yield Structure.safeParse(entry).data;
      }
    }
    if (!isCas)
      throw new FormatError(
        STRUCTURES,
        `${this.#file.name || 'The file'} is no CAS: it has no "${STRUCTURES}".`,
      );
  }

  async #lookThrough(): Promise<void> {
    let title: string | undefined;
    let language: string | undefined;
    const sofas = new Map<string, string>();
    const frame = (value: unknown) => {
      if (!this.#isUnitGiven) this.#unit = unitOf(Frame.safeParse(value).data?.['%HEADER']);
    };
    for await (const one of this.#structures(frame)) {
      if (!one) continue;
      if (typeof one.documentTitle === 'string' && one.documentTitle !== '') title ??= one.documentTitle;
      if (typeof one.language === 'string' && /^[a-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(one.language))
        language ??= one.language;
      const sofa = one['%TYPE'] === 'uima.cas.Sofa' ? Sofa.safeParse(one).data : undefined;
      if (sofa) sofas.set(this.#keyOf(one['%ID']), sofa.sofaString);
      const claim = claimOf(one);
      if (claim !== undefined) this.#parts.set(claim, (this.#parts.get(claim) ?? 0) + 1);
      else if (isMarked(one)) for (const [, id] of referencesOf(one)) this.#referred.set(id, undefined);
    }
    for (const [key, text] of sofas)
      this.#texts.set(key, {
        title: title ?? this.#file.name,
        text,
        ...(language === undefined ? {} : { language }),
      });
  }

  async #follow(): Promise<void> {
    for await (const one of this.#structures())
      if (one && this.#referred.has(String(one['%ID']))) this.#referred.set(String(one['%ID']), one);
  }

  async *#annotations(): AsyncGenerator<ForeignAnnotation> {
    const claims = new Map<string, Structure[]>();
    let i = 0;
    for await (const one of this.#structures()) {
      i++;
      if (!one) {
        this.#faults.push({ id: `${this.#prefix}structure ${i}`, says: 'It has no id or type.' });
        continue;
      }
      if (one.begin !== undefined && SEGMENTS.test(one['%TYPE'])) this.segments++;
      if (!isMarked(one)) continue;
      const claim = claimOf(one);
      const parts = (claim === undefined ? undefined : claims.get(claim)) ?? [];
      parts.push(one);
      if (claim !== undefined) {
        if (parts.length < this.#parts.get(claim)!) {
          claims.set(claim, parts);
          continue;
        }
        claims.delete(claim);
      }
      const said = claim === undefined ? this.#said(one) : readFeatures(textsOf(parts[0]!) as Features);
      const annotation = this.#annotation(parts, said);
      if (annotation) yield annotation;
    }
  }

  #annotation(parts: readonly Structure[], said: Partial<ForeignAnnotation>): ForeignAnnotation | undefined {
    const [first] = parts;
    const id = this.#prefix + first!['%ID'];
    const text = this.#keyOf(first!['@sofa']);
    if (!this.#texts.has(text)) {
      this.#faults.push({ id, says: 'The file does not hold the text that it is about.' });
      return undefined;
    }
    const sought: Part[][] = [];
    for (const part of parts) {
      const offsets = Offsets.safeParse(part);
      if (!offsets.success) {
        this.#faults.push({ id, says: 'Its offsets are no numbers.' });
        return undefined;
      }
      const position = { start: offsets.data.begin, end: offsets.data.end, unit: this.#unit };
      sought.push([{ by: 'words', positions: [position] }]);
    }
    return {
      id,
      target: { text, sought: { parts: sought } },
      ...said,
      original: parts.map(part => JSON.stringify(part)).join('\n'),
    };
  }

  /** What the features of any other type say: which one it is, its other values, what it refers to. */
  #said(one: Structure): Partial<ForeignAnnotation> {
    const type = one['%TYPE'].replace(/^.*\./, '');
    const texts = textsOf(one);
    const labelled = LABELS.find(name => texts[name]);
    const tags = Object.entries(texts).flatMap(([name, value]) =>
      name === labelled ? [] : [`${name}: ${value}`],
    );
    return {
      label: labelled === undefined ? type : texts[labelled]!,
      tags: labelled === undefined ? tags : [type, ...tags],
      notes: this.#notes(one),
    };
  }

  #notes(one: Structure): ForeignNote[] {
    return referencesOf(one).flatMap(([name, id]) => {
      const other = this.#referred.get(id);
      if (!other || SEGMENTS.test(other['%TYPE'])) return [];
      return [{ text: sayRelated({ type: name, id, words: this.#words(other) }) }];
    });
  }

  #words(one: Structure): string | undefined {
    const text = this.#texts.get(this.#keyOf(one['@sofa']))?.text;
    const offsets = Offsets.safeParse(one);
    return offsets.success && this.#unit === 'utf16'
      ? text?.slice(offsets.data.begin, offsets.data.end)
      : undefined;
  }

  #keyOf(sofa: unknown): string {
    return `${this.#prefix}sofa ${String(sofa)}`;
  }
}

/** Whether somebody marked words with it. */
const isMarked = (one: Structure): boolean =>
  one.begin !== undefined && !WHOLE.test(one['%TYPE']) && !SEGMENTS.test(one['%TYPE']);

/** Which claim of ours it is a part of; undefined where it is none. */
const claimOf = (one: Structure): string | undefined =>
  isMarked(one) && one['%TYPE'] === CLAIM_LAYER && typeof one.claim === 'string'
    ? `${one['@sofa']} ${one.claim}`
    : undefined;

/** Which structures it refers to: the feature's name, and the id. */
const referencesOf = (one: Structure): (readonly [name: string, id: string])[] =>
  Object.entries(one).flatMap(([name, value]) =>
    name.startsWith('@') && !OWN.has(name) ? [[name.slice(1), String(value)] as const] : [],
  );

/** The features that hold texts, numbers or truth values. */
function textsOf(one: Structure): Partial<Record<ClaimFeature | string, string>> {
  const found = Object.entries(one).flatMap(([name, value]) =>
    OWN.has(name) || /^[@%^]/.test(name) || !['string', 'number', 'boolean'].includes(typeof value)
      ? []
      : [[name.replace(/^#/, ''), String(value)] as const],
  );
  return Object.fromEntries(found);
}
