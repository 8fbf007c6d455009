import { z } from 'zod';
import { CLAIM_LAYER, type ClaimFeature, type Features, readFeatures } from '../claim-features.ts';
import type {
  AnnotationFile,
  ForeignAnnotation,
  ForeignAnnotations,
  ForeignFault,
  ForeignNote,
  ForeignText,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Part, Unit } from '../placing/sought.ts';
import { readJson } from '../read-json.ts';
import { sayRelated } from '../relations.ts';

const Structure = z.looseObject({ '%ID': z.union([z.number(), z.string()]), '%TYPE': z.string() });
type Structure = z.infer<typeof Structure>;
const Cas = z.looseObject({
  '%FEATURE_STRUCTURES': z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  '%HEADER': z.record(z.string(), z.unknown()).optional(),
});
const Offsets = z.object({ begin: z.number(), end: z.number() });
const Sofa = z.object({ sofaString: z.string().min(1), sofaID: z.string().optional() });

/** What every CAS has and nobody marked. */
const WHOLE = /(^|\.)(DocumentAnnotation|DocumentMetaData|TagsetDescription|CasMetadata)$/;
const SEGMENTS = /\.segmentation\.type\.(Sentence|Token|Paragraph|Heading|Lemma)$/;
/** Features that say which of its kind an annotation is. */
const LABELS = ['value', 'label', 'identifier', 'PosValue', 'category', 'type'];
const OWN = new Set(['%ID', '%TYPE', '%FLAGS', '@sofa', 'begin', 'end', 'sofa']);

/** Reads UIMA CAS JSON 0.4. Offsets are UTF-16 code units unless the header says otherwise. */
export function read(files: readonly AnnotationFile[], { unit }: ReadOptions): ForeignAnnotations {
  const texts = new Map<string, ForeignText>();
  const annotations: ForeignAnnotation[] = [];
  const faults: ForeignFault[] = [];
  let segments = 0;
  for (const file of files) {
    const cas = Cas.safeParse(readJson(file));
    if (!cas.success)
      throw new FormatError(
        '%FEATURE_STRUCTURES',
        `${file.name || 'The file'} is no CAS: it has no "%FEATURE_STRUCTURES".`,
      );
    const prefix = files.length > 1 ? `${file.name} ` : '';
    const reader = new Reader(cas.data, prefix, file.name, unit ?? unitOf(cas.data['%HEADER']));
    for (const [key, text] of reader.texts) texts.set(key, text);
    for (const annotation of reader.annotations()) annotations.push(annotation);
    for (const fault of reader.faults) faults.push(fault);
    segments += reader.segments;
  }
  const notes = segments > 0 ? [`${segments} tokens, sentences and the like were left aside.`] : [];
  return { texts, annotations, faults, notes };
}

export function recognises({ text }: AnnotationFile): boolean {
  return /^\ufeff?\s*\{/.test(text) && /"%(FEATURE_STRUCTURES|TYPES)"/.test(text.slice(0, 100_000));
}

function unitOf(header: Readonly<Record<string, unknown>> = {}): Unit {
  const [, told] = Object.entries(header).find(([name]) => /offset/i.test(name)) ?? [];
  if (/32/.test(String(told))) return 'points';
  return /utf-?8/i.test(String(told)) ? 'bytes' : 'utf16';
}

class Reader {
  readonly texts = new Map<string, ForeignText>();
  readonly faults: ForeignFault[] = [];
  segments = 0;
  readonly #structures = new Map<string, Structure>();
  readonly #prefix: string;
  readonly #unit: Unit;

  constructor(cas: z.infer<typeof Cas>, prefix: string, name: string, unit: Unit) {
    this.#prefix = prefix;
    this.#unit = unit;
    const listed = cas['%FEATURE_STRUCTURES'];
    const entries = Array.isArray(listed)
      ? listed
      : Object.entries(listed).map(([id, one]) => ({ '%ID': id, ...(one as object) }));
    for (const [i, entry] of entries.entries()) {
      const structure = Structure.safeParse(entry);
      if (structure.success) this.#structures.set(String(structure.data['%ID']), structure.data);
      else this.faults.push({ id: `${prefix}structure ${i + 1}`, says: 'It has no id or type.' });
    }
    const all = [...this.#structures.values()];
    const title =
      all.map(one => one.documentTitle).find(one => typeof one === 'string' && one !== '') ?? name;
    const language = all
      .map(one => one.language)
      .find(one => typeof one === 'string' && /^[a-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(one));
    for (const one of all) {
      const sofa = one['%TYPE'] === 'uima.cas.Sofa' ? Sofa.safeParse(one) : undefined;
      if (!sofa?.success) continue;
      this.texts.set(this.#keyOf(one['%ID']), {
        title: String(title),
        text: sofa.data.sofaString,
        ...(language === undefined ? {} : { language: String(language) }),
      });
    }
  }

  annotations(): ForeignAnnotation[] {
    const found: ForeignAnnotation[] = [];
    const claims = new Map<string, Structure[]>();
    for (const one of this.#structures.values()) {
      const type = one['%TYPE'];
      if (one.begin === undefined || WHOLE.test(type)) continue;
      if (SEGMENTS.test(type)) this.segments++;
      else if (type === CLAIM_LAYER && typeof one.claim === 'string') {
        const key = `${one['@sofa']} ${one.claim}`;
        const parts = claims.get(key) ?? [];
        if (parts.push(one) === 1) claims.set(key, parts);
      } else {
        const annotation = this.#annotation([one], this.#said(one));
        if (annotation) found.push(annotation);
      }
    }
    for (const parts of claims.values()) {
      const said = readFeatures(textsOf(parts[0]!) as Features);
      const annotation = this.#annotation(parts, said);
      if (annotation) found.push(annotation);
    }
    return found;
  }

  #annotation(parts: readonly Structure[], said: Partial<ForeignAnnotation>): ForeignAnnotation | undefined {
    const [first] = parts;
    const id = this.#prefix + first!['%ID'];
    const text = this.#keyOf(first!['@sofa']);
    if (!this.texts.has(text)) {
      this.faults.push({ id, says: 'The file does not hold the text that it is about.' });
      return undefined;
    }
    const sought: Part[][] = [];
    for (const part of parts) {
      const offsets = Offsets.safeParse(part);
      if (!offsets.success) {
        this.faults.push({ id, says: 'Its offsets are no numbers.' });
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
    return Object.entries(one).flatMap(([name, value]) => {
      if (!name.startsWith('@') || OWN.has(name)) return [];
      const other = this.#structures.get(String(value));
      if (!other || SEGMENTS.test(other['%TYPE'])) return [];
      return [{ text: sayRelated({ type: name.slice(1), id: String(value), words: this.#words(other) }) }];
    });
  }

  #words(one: Structure): string | undefined {
    const text = this.texts.get(this.#keyOf(one['@sofa']))?.text;
    const offsets = Offsets.safeParse(one);
    return offsets.success && this.#unit === 'utf16'
      ? text?.slice(offsets.data.begin, offsets.data.end)
      : undefined;
  }

  #keyOf(sofa: unknown): string {
    return `${this.#prefix}sofa ${String(sofa)}`;
  }
}

/** The features that hold texts, numbers or truth values. */
function textsOf(one: Structure): Partial<Record<ClaimFeature | string, string>> {
  const found = Object.entries(one).flatMap(([name, value]) =>
    OWN.has(name) || /^[@%^]/.test(name) || !['string', 'number', 'boolean'].includes(typeof value)
      ? []
      : [[name.replace(/^#/, ''), String(value)] as const],
  );
  return Object.fromEntries(found);
}
