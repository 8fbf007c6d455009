import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { guessLanguage } from '../../server/documents/language.ts';
import { guessMediaType } from '../../server/documents/media-type.ts';
import { guessTitle } from '../../server/documents/title.ts';
import { Examination } from '../../shared/conflict-rules/engine.ts';
import type { Finding } from '../../shared/conflict-rules/finding.ts';
import { mentionsOfSuggestions } from '../../shared/conflict-rules/mentions-of.ts';
import { conflictRules } from '../../shared/conflict-rules/registry.ts';
import { CheckedText } from '../../shared/detectors/checked-text.ts';
import { suggest } from '../../shared/detectors/suggest.ts';
import { printTable } from '../bench/figures.ts';
import { type Ground, type Planted, type PlantedKind, plant, plantedKinds } from './injected/plant.ts';
import { Random } from './injected/random.ts';
import { seedTexts } from './seed-texts.ts';

const own = fileURLToPath(new URL('../../../test/eval/texts/', import.meta.url));
const option = (name: string): string | undefined =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const COPY = ' (copy)';

interface Outcome extends Planted {
  readonly document: string;
  readonly isFound: boolean;
  readonly isWarned: boolean;
  /** Warnings that came up and have nothing to do with what was planted. */
  readonly besides: readonly string[];
}

/**
 * Plants contradictions one at a time into copies of texts, puts each copy beside its original and looks whether the
 * rules find what was planted. `--texts=folder` takes other texts, `--seed=n` other places, `--count=n` how many,
 * `--show=kind` lists what was missed.
 */
export function run(): void {
  const seed = Number(option('seed') ?? 1);
  const count = Number(option('count') ?? 360);
  const grounds = textsOf(option('texts')).map(groundOf);
  const outcomes = plantAll(grounds, new Random(seed), count);
  const rows = [...plantedKinds, undefined].map(kind => {
    const of = outcomes.filter(outcome => kind === undefined || outcome.kind === kind);
    const found = of.filter(({ isFound }) => isFound).length;
    const warned = of.filter(({ isWarned }) => isWarned).length;
    return [kind ?? 'all', of.length, found / of.length, warned / of.length] as const;
  });
  printTable(
    `Contradictions planted in ${grounds.length} texts, seed ${seed}`,
    ['kind', 'planted', 'recall', 'as error or warning'],
    rows,
  );
  const besides = outcomes.flatMap(outcome => outcome.besides);
  const right = outcomes.filter(({ isWarned }) => isWarned).length;
  console.log(
    `\nOf the errors and warnings that came up ${(right / (right + besides.length)).toFixed(3)} are of what was planted.`,
  );
  for (const beside of [...new Set(besides)].slice(0, 20)) console.log(`  beside: ${beside}`);
  for (const { document, was, is } of outcomes.filter(
    ({ kind, isFound }) => kind === option('show') && !isFound,
  ))
    console.log(
      `  missed in ${document}: ${was.replace(/\s+/g, ' ').slice(0, 80)} → ${is.replace(/\s+/g, ' ').slice(0, 80)}`,
    );
  unchanged(grounds);
}

function textsOf(folder: string | undefined): CheckedText[] {
  const read = (file: string) => textOf(path.basename(file), readFileSync(file, 'utf8'));
  const within = (place: string) =>
    readdirSync(place)
      .sort()
      .filter(name => /\.(?:txt|md|wiki|wikitext)$/.test(name))
      .map(name => read(path.join(place, name)));
  return folder === undefined
    ? [...seedTexts().map(({ checked }) => checked), ...within(own)]
    : within(folder);
}

function textOf(documentId: string, text: string): CheckedText {
  const mediaType = guessMediaType(documentId, text);
  const language = guessLanguage(text);
  return new CheckedText({
    documentId,
    text,
    mediaType,
    title: guessTitle(documentId, mediaType, text),
    ...(language === undefined ? {} : { language }),
  });
}

const groundOf = (checked: CheckedText): Ground => ({
  checked,
  mentions: mentionsOfSuggestions(suggest(checked)),
});

function copyOf({ documentId, mediaType, title, context }: CheckedText, text: string): CheckedText {
  const { language } = context;
  return new CheckedText({
    documentId: documentId + COPY,
    text,
    mediaType,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  });
}

function plantAll(grounds: readonly Ground[], random: Random, count: number): Outcome[] {
  const outcomes: Outcome[] = [];
  const each = Math.ceil(count / plantedKinds.length);
  const usual = new Map<Ground, ReadonlySet<string>>();
  for (const kind of plantedKinds) {
    let planted = 0;
    for (let tries = 0; planted < each && tries < each * 20; tries++) {
      const ground = grounds[tries % grounds.length]!;
      const one = plant[kind](ground, random, grounds);
      if (!one) continue;
      planted++;
      const before = usual.get(ground) ?? new Set(beside(ground, ground.checked.text).map(sameKey));
      usual.set(ground, before);
      outcomes.push(outcomeOf(ground, one, before));
    }
  }
  return outcomes;
}

/** What is found in a text and a copy of it. */
function beside(ground: Ground, text: string): readonly Finding[] {
  const examination = new Examination(
    { entities: [], sources: new Map(), evidence: new Map() },
    conflictRules.filter(rule => !rule.asked),
  );
  const copy = groundOf(copyOf(ground.checked, text));
  examination.setDocument(ground.checked, ground.mentions);
  examination.setDocument(copy.checked, copy.mentions);
  for (const _ of examination.examine());
  return examination.findings();
}

/** A finding whatever the place: the copy's own findings are the original's. */
const sameKey = ({ rule, message }: Finding): string => `${rule} ${message.replaceAll(COPY, '')}`;

const isGrave = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

function outcomeOf(ground: Ground, planted: Planted, before: ReadonlySet<string>): Outcome {
  const findings = beside(ground, planted.text);
  const news = findings.filter(finding => !before.has(sameKey(finding)));
  const hits = news.filter(finding => concerns(finding, planted, ground.checked.documentId));
  return {
    ...planted,
    document: ground.checked.documentId,
    isFound: hits.length > 0,
    isWarned: hits.some(isGrave),
    besides: news.filter(finding => isGrave(finding) && !hits.includes(finding)).map(sameKey),
  };
}

const FITTING: Readonly<Record<PlantedKind, readonly string[]>> = {
  member: [
    'list-membership',
    'duplicated-entry',
    'classification-mismatch',
    'name-variant',
    'count-mismatch',
  ],
  date: [
    'date-mismatch',
    'date-incomplete',
    'self-contradiction',
    'implausible-value',
    'source-predates-event',
  ],
  count: ['count-mismatch'],
  respelt: ['name-variant', 'list-membership'],
  transliterated: ['name-variant', 'list-membership'],
  reference: ['citation-defect', 'editing-defect', 'duplicate-citation', 'source-support'],
};

/** Whether a finding is of the planted words: it touches them, or what they were in the original, or it is of the copy's references. */
function concerns(finding: Finding, { kind, start, end, was }: Planted, original: string): boolean {
  if (!FITTING[kind].includes(finding.kind)) return false;
  const spans = finding.sides.flatMap(side => side.spans);
  if (kind === 'reference') return spans.some(({ documentId }) => documentId === original + COPY);
  return spans.some(
    span => span.start < (span.documentId === original ? start + was.length : end) && span.end > start,
  );
}

/** Errors and warnings that copies without any change bring up, and that the texts have by themselves. */
function unchanged(grounds: readonly Ground[]): void {
  const words = grounds.reduce((sum, { checked }) => sum + (checked.text.match(/\p{L}+/gu)?.length ?? 0), 0);
  const alone = new Set<string>();
  const together = new Set<string>();
  for (const ground of grounds) {
    const examination = new Examination(
      { entities: [], sources: new Map(), evidence: new Map() },
      conflictRules.filter(rule => !rule.asked),
    );
    examination.setDocument(ground.checked, ground.mentions);
    for (const _ of examination.examine());
    for (const finding of examination.findings().filter(isGrave))
      alone.add(`${ground.checked.documentId} ${sameKey(finding)}`);
    for (const finding of beside(ground, ground.checked.text).filter(isGrave))
      together.add(`${ground.checked.documentId} ${sameKey(finding)}`);
  }
  const brought = [...together].filter(key => !alone.has(key));
  const ours = [...alone].filter(key => !/^\d{3}_/.test(key));
  console.log(
    `\nUnchanged copies bring up ${brought.length} errors and warnings in ${words} words (${((brought.length * 1000) / words).toFixed(2)} a thousand); by themselves the texts have ${alone.size}, ${ours.length} of them in texts other than the seeds.`,
  );
  for (const key of [...brought, ...ours]) console.log(`  ${key}`);
}
