import type { Command, Option } from 'commander';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { conflictRules } from '../../../shared/conflict-rules/registry.ts';
import { columns } from '../../../shared/formats/claim-table/columns.ts';
import { isReadable, isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { findingSeverity } from '../../../shared/model/scales.ts';
import { PLAIN } from '../../documents/read-document.ts';
import { extractors } from '../../extracting/registry.ts';
import { scripts } from './scripts.ts';

/** A word that could stand next, and what it is. */
export type Offer = readonly [value: string, says: string];

const named = (all: readonly { readonly id: string; readonly label: string }[]): Offer[] =>
  all.map(({ id, label }) => [id, label]);

const spoken = (): Offer[] => Object.entries(languages);

const readers = (): Offer[] => [...named(extractors), [PLAIN, 'plain text']];

/** What can stand for an argument (`export format`) or an option (`check --rule`). */
const VALUES: Readonly<Record<string, () => readonly Offer[]>> = {
  'export format': () => named(formats.filter(isWritable)),
  'export --columns': () => columns.map(({ id }) => [id, 'a column']),
  'completion shell': () => Object.keys(scripts).map(shell => [shell, `completion for ${shell}`]),
  'add --extractor': () => readers(),
  'revise --extractor': () => readers(),
  'import --format': () => named(formats.filter(isReadable)),
  'import --unit': () => [
    ['utf16', 'UTF-16 code units'],
    ['points', 'Unicode code points'],
    ['bytes', 'bytes of UTF-8'],
  ],
  'export --lang': () => spoken(),
  'dossier --lang': () => spoken(),
  'check --format': () => [
    ['text', 'as a linter does'],
    ['json', 'JSON'],
    ['sarif', 'SARIF 2.1.0'],
  ],
  'check --rule': () => named(conflictRules),
  'check --severity': () => findingSeverity.steps.map(({ code, says }) => [code, says]),
  'suggest --type': () => named(claimTypes),
};

/**
 * Says what could stand next on the command line.
 * @param words those after the program's name; the last is the one that is being typed, empty before its first letter
 * @returns words that begin like it, or `files` where a file is meant
 */
export function offersFor(program: Command, words: readonly string[]): readonly Offer[] | 'files' {
  // bash takes what is typed apart at "=".
  const bare = words.filter((word, i) => word !== '=' || i === words.length - 1);
  if (bare.at(-1) === '=') return offersFor(program, [...bare.slice(0, -1), '']);
  const joined = /^(--[\w-]+=)(.*)$/s.exec(bare.at(-1) ?? '');
  if (!joined) return offersForNext(program, bare);
  const [, flag, value] = joined as unknown as [string, string, string];
  const offers = offersForNext(program, [...bare.slice(0, -1), flag.slice(0, -1), value]);
  return offers === 'files' ? offers : offers.map(([one, says]): Offer => [flag + one, says]);
}

function offersForNext(program: Command, words: readonly string[]): readonly Offer[] | 'files' {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = program.commands.find(one => one.name() === before[0]);
  if (!command) {
    const open = program.createHelp().visibleCommands(program);
    return before.length > 0
      ? []
      : beginning(typed, [
          ...open.map((one): Offer => [one.name(), firstPart(one.description())]),
          ...flagsOf(program, typed),
        ]);
  }
  const given = takesValue(command, before.at(-1));
  if (given) return valuesOf(`${command.name()} ${given.long}`, typed, /file|folder|desk/.test(given.flags));
  if (typed.startsWith('-')) return beginning(typed, flagsOf(command, typed));
  const place =
    command.registeredArguments[positionalsIn(command, before.slice(1))] ??
    command.registeredArguments.at(-1);
  if (!place) return beginning(typed, flagsOf(command, '-'));
  return valuesOf(`${command.name()} ${place.name()}`, typed, /^files?$/.test(place.name()));
}

function valuesOf(place: string, typed: string, isFile: boolean): readonly Offer[] | 'files' {
  const values = VALUES[place]?.();
  return values ? beginning(typed, values) : isFile ? 'files' : [];
}

function flagsOf(command: Command, typed: string): Offer[] {
  if (!typed.startsWith('-')) return [];
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }): Offer[] => (long ? [[long, firstPart(description)]] : []));
}

/** @returns the option that waits for its value behind a word */
function takesValue(command: Command, word: string | undefined): Option | undefined {
  if (word === undefined) return undefined;
  return command.options.find(
    option => (option.required || option.optional) && (option.long === word || option.short === word),
  );
}

/** How many arguments stand among words already; the values of options are none. */
function positionalsIn(command: Command, words: readonly string[]): number {
  return words.filter((word, i) => !word.startsWith('-') && !takesValue(command, words[i - 1])).length;
}

const beginning = (typed: string, offers: readonly Offer[]): Offer[] =>
  offers.filter(([value]) => value.startsWith(typed));

const firstPart = (says: string): string => says.split(';', 1)[0]!;
