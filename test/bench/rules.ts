import { Examination, examine } from '../../shared/conflict-rules/engine.ts';
import type { Mention } from '../../shared/conflict-rules/mention.ts';
import { mentionsOfSuggestions } from '../../shared/conflict-rules/mentions-of.ts';
import { CheckedText } from '../../shared/detectors/checked-text.ts';
import { suggest } from '../../shared/detectors/suggest.ts';
import { readPerson } from '../../shared/values/names/read-person.ts';
import { Random } from '../eval/injected/random.ts';
import { seedTexts } from '../eval/seed-texts.ts';
import { median, printTable } from './figures.ts';

const KNOWN = { entities: [], sources: new Map(), evidence: new Map() };
const MANY = 100_000;
const A_DOCUMENT = 100;

/** Milliseconds that detectors and rules take on a document, a large one, and on one more claim among very many. */
export async function run(rounds: number): Promise<void> {
  const rows = [
    ...checked('16 KB of wikitext', () => anew(seedTexts()[0]!.checked), rounds),
    ...checked('1 MB of it, names varied', large, Math.min(rounds, 3)),
  ];
  printTable(
    'Detectors and conflict rules, ms',
    ['what', 'characters', 'suggestions', 'findings', 'detectors', 'rules', 'both'],
    rows,
  );
  const { load, one, findings } = oneMore(rounds);
  printTable(
    `One more claim among ${MANY.toLocaleString('en')}, ms`,
    ['step', 'ms'],
    [
      ['all of them, once', load],
      ['one more, findings and all', one],
      ['findings', findings],
    ],
  );
}

function checked(what: string, make: () => CheckedText, rounds: number): (string | number)[][] {
  const times = Array.from({ length: rounds }, () => {
    const text = make();
    const start = performance.now();
    const suggestions = suggest(text);
    const between = performance.now();
    const findings = examine([text], mentionsOfSuggestions(suggestions), KNOWN);
    const end = performance.now();
    return { text, suggestions, findings, detectors: between - start, rules: end - between };
  });
  const of = (value: (time: (typeof times)[0]) => number) => median(times.map(value));
  const { text, suggestions, findings } = times[0]!;
  return [
    [
      what,
      text.text.length,
      suggestions.length,
      findings.length,
      of(time => time.detectors),
      of(time => time.rules),
      of(time => time.detectors + time.rules),
    ],
  ];
}

/** The same text with nothing of it worked out yet. */
function anew({ documentId, text, mediaType, context }: CheckedText): CheckedText {
  return new CheckedText({ documentId, text, mediaType, language: context.language ?? 'en' });
}

/** The first seed text over and over, its names and numbers different each time. */
function large(): CheckedText {
  const { text, mediaType } = seedTexts()[0]!.checked;
  const random = new Random(1);
  const copies = Array.from({ length: Math.ceil(1_000_000 / text.length) }, () =>
    text.replace(/(?<=\s)\p{Lu}\p{Ll}{3,}/gu, written => (random.next() < 0.6 ? word(random) : written)),
  );
  return new CheckedText({ documentId: 'large', text: copies.join('\n'), mediaType, language: 'en' });
}

const CONSONANTS = 'bcdfgklmnprstvz';
const VOWELS = 'aeiou';
const syllable = (random: Random) =>
  CONSONANTS[random.below(CONSONANTS.length)]! + VOWELS[random.below(VOWELS.length)]!;
const word = (random: Random) => {
  const letters = Array.from({ length: 2 + random.below(3) }, () => syllable(random)).join('');
  return letters[0]!.toUpperCase() + letters.slice(1);
};

function oneMore(rounds: number): { load: number; one: number; findings: number } {
  const random = new Random(2);
  const examination = new Examination(KNOWN);
  const start = performance.now();
  for (let i = 0; i < MANY / A_DOCUMENT; i++) {
    const { text, mentions } = people(`document ${i}`, A_DOCUMENT, random);
    examination.setDocument(text, mentions);
  }
  for (const _ of examination.examine());
  const findings = examination.findings().length;
  const load = performance.now() - start;
  const times = Array.from({ length: Math.max(rounds, 5) }, (_, i) => {
    const { mentions } = people(`document ${i}`, 1, random);
    const before = performance.now();
    examination.setMention({ ...mentions[0]!, id: `new ${i}` });
    for (const _ of examination.examine());
    examination.findings();
    return performance.now() - before;
  });
  return { load, one: median(times), findings };
}

function people(
  documentId: string,
  count: number,
  random: Random,
): { text: CheckedText; mentions: Mention[] } {
  const names = Array.from({ length: count }, () => `${word(random)} ${word(random)}`);
  const sentences = names.map(name => `It was ${name} who said so.`);
  let at = 0;
  const mentions = names.map((name, i): Mention => {
    const start = at + 'It was '.length;
    at += sentences[i]!.length + 1;
    return {
      id: `${documentId} ${i}`,
      documentId,
      type: 'person',
      ranges: [{ start, end: start + name.length }],
      quote: name,
      value: readPerson(name, {})!,
      fields: {},
    };
  });
  return {
    text: new CheckedText({ documentId, text: sentences.join(' '), mediaType: 'text/plain', language: 'en' }),
    mentions,
  };
}
