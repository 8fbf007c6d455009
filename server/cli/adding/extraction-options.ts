import type { ExtractionTold } from '../../../shared/api/routes/documents.ts';
import type { ExtractionOptions } from '../../../shared/model/derivation.ts';
import { UsageError } from '../surroundings.ts';

/** @returns what was given as `name=value`, words that are numbers or yes and no as such. @throws UsageError */
export function optionsGiven(given: readonly string[]): ExtractionOptions | undefined {
  const options: Record<string, string | number | boolean> = {};
  for (const one of given) {
    const at = one.indexOf('=');
    if (at < 1)
      throw new UsageError(`--option takes a name and a value, such as content=whole; not "${one}".`);
    options[one.slice(0, at)] = meant(one.slice(at + 1));
  }
  return given.length > 0 ? options : undefined;
}

/**
 * Holds the options that were given against what may be chosen in a file: where it has a value that is written the same,
 * that is meant.
 * @throws UsageError where there is no such choice in the file
 */
export function optionsMeant(
  options: ExtractionOptions,
  { choices, options: known }: ExtractionTold,
): ExtractionOptions {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const choice = choices.find(one => one.name === name);
      if (!choice && !(name in known)) {
        const names = choices.map(one => one.name).join(', ') || 'nothing';
        throw new UsageError(`"${name}" cannot be chosen in this file; what can is ${names}.`);
      }
      const same = choice?.values.find(one => String(one.value) === String(value));
      return [name, same?.value ?? value];
    }),
  );
}

function meant(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}
