import { type Language, languageCodes } from '../../shared/languages/languages.ts';
import { UsageError } from './surroundings.ts';

/** @returns the language that a flag names. @throws UsageError for one in which nothing is written here */
export function readLanguage(flag: string | undefined): Language | undefined {
  if (flag === undefined) return undefined;
  const known = languageCodes.find(code => code === flag);
  if (!known) throw new UsageError(`--lang takes ${languageCodes.join(', ')}, not "${flag}".`);
  return known;
}
