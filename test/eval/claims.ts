import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guessLanguage } from '../../server/documents/language.ts';
import { guessMediaType } from '../../server/documents/media-type.ts';
import { isKindOf } from '../../shared/claim-types/registry.ts';
import { CheckedText } from '../../shared/detectors/checked-text.ts';
import { suggest } from '../../shared/detectors/suggest.ts';
import type { Suggestion } from '../../shared/detectors/suggestion.ts';
import { printTable } from '../bench/figures.ts';
import { dataJson, goldFolder, Missing } from './data.ts';

interface Known {
  readonly doc: string;
  readonly type: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** How often one text is read to tell the speed. */
const ROUNDS = 5;
const isVerbose = process.argv.includes('--verbose');

/** How many of the claims that a careful reader found are proposed, and what is proposed besides. */
export function run(): void {
  const known = dataJson<readonly Known[]>(goldFolder, 'claims.json');
  const documents = [...new Set(known.map(({ doc }) => doc))].sort();
  const texts = new Map(documents.map(doc => [doc, checked(doc)]));
  const proposed = new Map([...texts].map(([doc, text]) => [doc, suggest(text)]));
  const types = [...new Set(known.map(({ type }) => type))];
  const rows = types.map(type =>
    figuresOf(
      type,
      known.filter(one => one.type === type),
      proposed,
    ),
  );
  printTable(
    'Claims that a reader found, of the seeds',
    ['type', 'of', 'exact', 'overlapping', 'exact share'],
    [...rows, figuresOf('all', known, proposed)],
  );
  const besides = documents.flatMap(doc =>
    proposed.get(doc)!.filter(one => !known.some(claim => claim.doc === doc && isRight(one, claim))),
  );
  const byType = [...new Set(besides.map(({ type }) => type))].map(type => [
    type,
    String(besides.filter(one => one.type === type).length),
    String([...proposed.values()].flat().filter(one => one.type === type).length),
  ]);
  printTable('Proposals beside them', ['type', 'beside', 'proposed'], byType);
  if (isVerbose) explain(known, proposed, besides);
  printSpeed(texts);
}

function checked(doc: string): CheckedText {
  const file = fileURLToPath(new URL(`../../../seeds/${doc}`, import.meta.url));
  if (!existsSync(file)) throw new Missing(`${file} is not there.`);
  return checkedText(doc, readFileSync(file, 'utf8'));
}

function checkedText(doc: string, text: string): CheckedText {
  const language = guessLanguage(text);
  const mediaType = guessMediaType(doc, text);
  return new CheckedText({
    documentId: doc,
    text,
    mediaType,
    ...(language === undefined ? {} : { language }),
  });
}

const startOf = ({ ranges }: Suggestion): number => ranges[0]!.start;
const endOf = ({ ranges }: Suggestion): number => ranges.at(-1)!.end;
const fits = (one: Suggestion, { type }: Known): boolean =>
  isKindOf(one.type, type) || isKindOf(type, one.type);
const isRight = (one: Suggestion, claim: Known): boolean =>
  fits(one, claim) && startOf(one) === claim.start && endOf(one) === claim.end;
const overlaps = (one: Suggestion, claim: Known): boolean =>
  fits(one, claim) && startOf(one) < claim.end && endOf(one) > claim.start;

type Proposed = ReadonlyMap<string, readonly Suggestion[]>;

function figuresOf(type: string, known: readonly Known[], proposed: Proposed): string[] {
  const found = (test: (one: Suggestion, claim: Known) => boolean) =>
    known.filter(claim => proposed.get(claim.doc)!.some(one => test(one, claim))).length;
  const exact = found(isRight);
  return [
    type,
    String(known.length),
    String(exact),
    String(found(overlaps)),
    (exact / known.length).toFixed(3),
  ];
}

function explain(known: readonly Known[], proposed: Proposed, besides: readonly Suggestion[]): void {
  for (const claim of known) {
    const near = proposed.get(claim.doc)!;
    if (near.some(one => isRight(one, claim))) continue;
    const instead = near.filter(one => startOf(one) < claim.end && endOf(one) > claim.start);
    const said = instead.map(one => `${one.type} “${one.quote.slice(0, 60)}”`).join(', ');
    console.log(
      `missed  ${claim.doc}:${claim.start} ${claim.type} “${claim.quote.slice(0, 80)}”${said ? ` — ${said}` : ''}`,
    );
  }
  for (const one of besides)
    console.log(
      `beside  ${one.documentId}:${startOf(one)} ${one.type} “${one.quote.slice(0, 80)}” (${one.detector})`,
    );
}

function printSpeed(texts: ReadonlyMap<string, CheckedText>): void {
  const sample = [...texts.values()].map(({ text }) => text).sort((a, b) => b.length - a.length)[0]!;
  const large = Array.from({ length: Math.ceil(1_000_000 / sample.length) }, () => sample).join('\n\n');
  const rows = [sample, large].map(text => {
    const times = Array.from({ length: text === large ? 1 : ROUNDS }, () => {
      const before = performance.now();
      suggest(checkedText('speed', text));
      return performance.now() - before;
    });
    return [`${Math.round(text.length / 1000)} K units`, `${Math.min(...times).toFixed(0)} ms`];
  });
  printTable('Speed of all detectors', ['text', 'best'], rows);
}
