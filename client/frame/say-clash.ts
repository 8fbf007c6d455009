import { msg } from '@lit/localize';
import type { Problem } from '../../shared/api/problem.ts';
import { claimType } from '../../shared/claim-types/registry.ts';
import { type Step, severity, verdict, workflow } from '../../shared/model/scales.ts';
import { sayValue, Value } from '../../shared/values/value.ts';
import { locale } from '../localize/locale.ts';

type Clash = NonNullable<Problem['clashes']>[number];

/** One field that two people set, in words: its name and what each of them put there. */
export interface SaidClash {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Longest value that is said in full, in UTF-16 code units. */
const LONGEST = 120;

const FIELDS: Readonly<Record<string, () => string>> = {
  '*': () => msg('all of it'),
  anchor: () => msg('the words'),
  entityId: () => msg('the entity'),
  mediaType: () => msg('the kind of text'),
  severity: () => msg('the severity'),
  state: () => msg('whether it is open'),
  title: () => msg('the title'),
  type: () => msg('the type'),
  value: () => msg('the value'),
  verdict: () => msg('the verdict'),
  workflow: () => msg('the workflow'),
};

const SCALES: Readonly<Record<string, readonly Step[]>> = {
  severity: severity.steps,
  verdict: verdict.steps,
  workflow: workflow.steps,
};

/** Says a clash for the person whose change was not taken. */
export function sayClash({ path, mine, theirs }: Clash): SaidClash {
  return { field: sayField(path), mine: say(path, mine), theirs: say(path, theirs) };
}

/** A path as people call it; what has no name of its own by its last part: `fields.role`, `tags/…`. */
function sayField(path: string): string {
  const named = FIELDS[path];
  return named ? named() : (path.split(/[./]/).find(part => !/^(fields|csl)$/.test(part)) ?? path);
}

function say(path: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return msg('nothing');
  const step = SCALES[path]?.find(({ code }) => code === value);
  if (step) return step.label;
  if (path === 'type') return claimType(String(value))?.label ?? String(value);
  const words = typeof value === 'object' ? sayObject(value) : String(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
}

function sayObject(value: object): string {
  const read = Value.safeParse(value);
  if (read.success) return sayValue(read.data, locale());
  const { quote, text, says } = value as { quote?: { exact?: string }; text?: string; says?: string };
  return quote?.exact ?? text ?? says ?? JSON.stringify(value);
}
