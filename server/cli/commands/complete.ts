import type { Command } from 'commander';
import { offersFor } from '../completion/offers.ts';
import { scripts } from '../completion/scripts.ts';
import { type Surroundings, UsageError } from '../surroundings.ts';

/** Prints what has a shell complete the command line. @returns the exit code */
export async function completion({ out }: Surroundings, shell: string): Promise<number> {
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script === undefined)
    throw new UsageError(`"${shell}" is not known here; there are ${Object.keys(scripts).join(', ')}.`);
  out.write(script);
  return 0;
}

/** Prints what could stand next, a line each with its description; `:files` where files are meant. @returns the exit code */
export async function complete(
  { out }: Surroundings,
  program: Command,
  words: readonly string[],
): Promise<number> {
  const offers = offersFor(program, words);
  out.write(offers === 'files' ? ':files\n' : offers.map(([value, says]) => `${value}\t${says}\n`).join(''));
  return 0;
}
