import { msg } from '@lit/localize';
import type { Problem } from '../../shared/api/problem.ts';
import { sayValue, Value } from '../../shared/values/value.ts';
import { locale } from '../localize/locale.ts';
import { sayPath } from '../localize/say-path.ts';
import { type ScaleName, stepLabel } from '../localize/say-step.ts';
import { typeLabel } from '../localize/say-type.ts';

type Clash = NonNullable<Problem['clashes']>[number];

/** One field that two people set, in words: its name and what each of them put there. */
export interface SaidClash {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Longest value that is said in full, in UTF-16 code units. */
const LONGEST = 120;

const SCALES: ReadonlySet<string> = new Set<ScaleName>(['severity', 'verdict', 'workflow']);

/** Says a clash for the person whose change was not taken. */
export function sayClash({ path, mine, theirs }: Clash): SaidClash {
  return { field: sayPath(path), mine: say(path, mine), theirs: say(path, theirs) };
}

function say(path: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return msg('nothing');
  if (SCALES.has(path)) return stepLabel(path as ScaleName, String(value));
  if (path === 'type') return typeLabel(String(value));
  const words = typeof value === 'object' ? sayObject(value) : String(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
}

function sayObject(value: object): string {
  const read = Value.safeParse(value);
  if (read.success) return sayValue(read.data, locale());
  const { quote, text, says } = value as { quote?: { exact?: string }; text?: string; says?: string };
  return quote?.exact ?? text ?? says ?? JSON.stringify(value);
}
