import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { CannotListen } from '../http/start.ts';
import { Refusal } from '../services/refusal.ts';
import { type AddFlags, add } from './commands/add.ts';
import { type BackupFlags, backup } from './commands/backup.ts';
import { type CheckFlags, check } from './commands/check.ts';
import { complete, completion } from './commands/complete.ts';
import { type DossierFlags, dossier } from './commands/dossier.ts';
import { type ExportFlags, exportTo } from './commands/export.ts';
import { type ImportFlags, importFrom } from './commands/import.ts';
import { type RedactFlags, redact } from './commands/redact.ts';
import { type ResetFlags, reset } from './commands/reset.ts';
import { type RestoreFlags, restore } from './commands/restore.ts';
import { type ReviseFlags, revise } from './commands/revise.ts';
import { type ServeFlags, serve } from './commands/serve.ts';
import { type SuggestFlags, suggestIn } from './commands/suggest.ts';
import { type VerifyFlags, verify } from './commands/verify.ts';
import {
  ADD_HELP,
  BACKUP_HELP,
  COMPLETION_HELP,
  DOSSIER_HELP,
  EXPORT_HELP,
  REDACT_HELP,
  RESTORE_HELP,
  REVISE_HELP,
  SERVE_HELP,
  VERIFY_HELP,
} from './help.ts';
import { STOPPED, Stopped } from './stoppable.ts';
import { type Surroundings, say, UsageError } from './surroundings.ts';
import { systemSays } from './system-says.ts';

/** What the launcher tells: the arguments after the program's name, and where the program lies. */
export interface Launch extends Partial<Omit<Surroundings, 'packageRoot' | 'checkout'>> {
  readonly argv: readonly string[];
  readonly packageRoot: string;
  readonly checkout: boolean;
}

const LANG = [
  '--lang <code>',
  'the language of what is written in sentences: en, es, ru or fr; en where it is not given',
] as const;
const DATA = ['--data <folder>', 'the desk (VARIORUM_DATA; annotations/desk)'] as const;

/** Runs the command line. @returns the exit code: 0 done, 1 failed, 2 wrongly called, 130 stopped by Ctrl C */
export async function main(launch: Launch): Promise<number> {
  const surroundings: Surroundings = {
    env: process.env,
    folder: process.cwd(),
    out: process.stdout,
    errors: process.stderr,
    ...launch,
  };
  let code = 0;
  let broken: Error | undefined;
  for (const stream of [surroundings.out, surroundings.errors])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Who reads what is printed may have enough of it before it ends; what is done goes on.
      if (error.code !== 'EPIPE') broken ??= error;
    });
  const program = commandLine(surroundings, async work => {
    code = await work;
  });
  try {
    await program.parseAsync(withCommand(launch.argv), { from: 'user' });
    // A stream tells a turn later that it was broken.
    await new Promise(resolve => setImmediate(resolve));
    return broken ? explain(broken, surroundings) : code;
  } catch (error) {
    return explain(error, surroundings);
  }
}

/** Where no command is given, the desk is served; a word that is no command is not taken for what to serve. */
function withCommand(argv: readonly string[]): string[] {
  const [first = '--'] = argv;
  const isOwn = !first.startsWith('-') || ['-h', '--help', '-V', '--version'].includes(first);
  return isOwn ? [...argv] : ['serve', ...argv];
}

function commandLine(surroundings: Surroundings, run: (work: Promise<number>) => Promise<void>): Command {
  const { out, errors, packageRoot } = surroundings;
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const program = new Command('variorum')
    .description(
      'A workbench for checking texts: mark claims, tie them to evidence, settle where they disagree.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: text => out.write(text), writeErr: text => errors.write(text) });
  program
    .command('serve')
    .description('serve the desk to the browser; where no command is given, this is done')
    .option('--port <number>', 'port to listen on, 0 for a free one (PORT; 4400)')
    .option('--host <name>', 'name or address of this machine to listen on (HOST; localhost)')
    .option(...DATA)
    .option('--open', 'open the browser')
    .option('--clean', 'begin with nothing; a desk that is there is moved aside')
    .option('--seeds', 'begin with the five texts alone; a desk that is there is moved aside')
    .option('--no-finding', 'suggest no claims and find no contradictions by itself (VARIORUM_FINDING=off)')
    .option(
      '--recommender <url>',
      'service that proposes claims besides; texts are sent to it (VARIORUM_RECOMMENDER; none)',
    )
    .option(
      '--fetch',
      'fetch files of the web when somebody gives their address; public ones alone (VARIORUM_FETCH=on; off)',
    )
    .option(
      '--allow-origin <origins>',
      'origins whose pages may use /annotations/, apart by commas (VARIORUM_ALLOW_ORIGINS; none)',
      collect,
    )
    .addHelpText('after', SERVE_HELP)
    .action((flags: ServeFlags) => run(serve(surroundings, flags)));
  program
    .command('export <format>')
    .description('write the desk, or a part of it, in a format; works beside a running server')
    .option(...DATA)
    .option('--document <ids>', 'only this document, or these, apart by commas')
    .option('--claims <ids>', 'only these claims, apart by commas; @FILE or @- where their ids stand there')
    .option('--filter <json>', 'only claims that pass this filter')
    .option('--columns <ids>', 'columns of a table, apart by commas; all where they are not given')
    .option(...LANG)
    .option('--out <file>', 'file to write; standard output where it is not given')
    .option('--json', 'tell what the format cannot carry as JSON')
    .addHelpText('after', EXPORT_HELP)
    .action((format: string, flags: ExportFlags) => run(exportTo(surroundings, format, flags)));
  program
    .command('import <files...>')
    .description(
      'take in an exported desk, or annotations of another program; exit code 1 where some could not be placed',
    )
    .option(...DATA)
    .option('--format <id>', 'format of the files; recognised where it is not given')
    .option('--document <id>', 'place annotations on this document; else on the one they name or bring along')
    .option(
      '--unit <unit>',
      'what the offsets count: utf16, points or bytes; as the format has it where not given',
    )
    .option('--dry-run', 'say what would become of each annotation, and write nothing')
    .option('--json', 'report as JSON')
    .option('--by <name>', 'who signs for it; the account where it is not given')
    .action((files: string[], flags: ImportFlags) => run(importFrom(surroundings, files, flags)));
  program
    .command('add <files...>')
    .description(
      'add files as documents: text, web pages, Word, PDF, EPUB, subtitles, tables and more; exit code 1 where one could not be',
    )
    .option(...DATA)
    .option('--server <url>', 'the address of a server that has the desk open')
    .option(
      '--option <name=value>',
      'a choice about how the file becomes text; may be given several times',
      collect,
    )
    .option('--parts', 'a document for each part of a file: each page of an export, each row of a table')
    .option(
      '--extractor <id>',
      'what reads the files: plain for plain text; recognised where it is not given',
    )
    .option('--encoding <name>', 'how files are decoded; found out where it is not given')
    .option('--title <text>', 'the title of the one document; found in the file where it is not given')
    .option('--language <tag>', 'the language, such as en; found out where it is not given')
    .option('--fetch', 'fetch files whose address is given; public ones alone (VARIORUM_FETCH=on; off)')
    .option('--twice', 'also files that are on the desk already')
    .option('--by <name>', 'who signs for it; the account where it is not given')
    .option('--dry-run', 'say what would be added and what may be chosen, and write nothing')
    .option('--json', 'print that as JSON')
    .addHelpText('after', ADD_HELP)
    .action((files: string[], flags: AddFlags) => run(add(surroundings, files, flags)));
  program
    .command('revise <document> [file]')
    .description(
      'make a file the current revision of a document, by its id, the beginning of it, or its title',
    )
    .option(...DATA)
    .option('--server <url>', 'the address of a server that has the desk open')
    .option('--encoding <name>', 'how the file is read; found out where it is not given')
    .option('--extractor <id>', 'what reads the file; as the text that is there was read, where it can')
    .option(
      '--option <name=value>',
      'a choice about how it becomes text; may be given several times',
      collect,
    )
    .option('--again', 'read the bytes of the current text once more, in another way, in place of a file')
    .option('--label <text>', 'what the revision is called')
    .option('--why <text>', 'why; it stands in the log')
    .option('--by <name>', 'who signs for it; the account where it is not given')
    .option('--dry-run', 'say what would change and what becomes of each claim, and write nothing')
    .option('--json', 'print that as JSON')
    .addHelpText('after', REVISE_HELP)
    .action((document: string, file: string | undefined, flags: ReviseFlags) =>
      run(revise(surroundings, document, file, flags)),
    );
  program
    .command('verify')
    .description('look through everything the desk holds; exit code 1 where something is wrong')
    .option(...DATA)
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', VERIFY_HELP)
    .action((flags: VerifyFlags) => run(verify(surroundings, flags)));
  program
    .command('backup [file]')
    .description(
      'write the whole desk into one file, which is read again and checked; works beside a running server',
    )
    .option(...DATA)
    .option('--force', 'replace a file that is there')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', BACKUP_HELP)
    .action((file: string | undefined, flags: BackupFlags) => run(backup(surroundings, file, flags)));
  program
    .command('restore <file>')
    .description('make a desk of a backup; a desk that is there is moved aside')
    .option(...DATA)
    .option(
      '--redactions <file or desk>',
      'what was redacted elsewhere since; may be given several times',
      collect,
    )
    .option('--despite-faults', 'also what has faults; they are told')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', RESTORE_HELP)
    .action((file: string, flags: RestoreFlags) => run(restore(surroundings, file, flags)));
  program
    .command('redact [document]')
    .description(
      'destroy a passage or a whole document, for legal reasons; without --destroy, tell what that reaches',
    )
    .option(...DATA)
    .option(
      '--passage <words>',
      'these words of the current text, letter for letter; - reads them from standard input',
    )
    .option('--every', 'wherever they stand in it')
    .option('--range <start-end>', 'these UTF-16 units of the current text')
    .option('--whole', 'all of it, with title and origin')
    .option('--why <reason>', 'why; it stands in the log for good')
    .option('--by <name>', 'who signs for it; the account where it is not given')
    .option('--attachments', 'also pictures and PDFs attached to claims on it')
    .option('--destroy', 'do it')
    .option('--list', 'print what was redacted so far, for restore --redactions')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', REDACT_HELP)
    .action((document: string | undefined, flags: RedactFlags) => run(redact(surroundings, document, flags)));
  program
    .command('check <files...>')
    .description(
      'look for what disagrees in texts and between them, as a linter does; exit code 1 where an error is found',
    )
    .option('--json', 'print findings as JSON')
    .option('--format <id>', 'text (the default), json or sarif')
    .option('--rule <ids>', 'only these rules, apart by commas', collect)
    .option('--severity <least>', 'only findings as grave as this or graver: error, warning, info, style')
    .option('--style', 'also matters of style')
    .action((files: string[], flags: CheckFlags) => run(check(surroundings, files, flags, version)));
  program
    .command('suggest <files...>')
    .description('propose the claims in texts: members, speakers, people, dates, counts, citations')
    .option('--json', 'print claims as JSON')
    .option('--type <ids>', 'only these types of claim and what is a kind of them, apart by commas', collect)
    .action((files: string[], flags: SuggestFlags) => run(suggestIn(surroundings, files, flags)));
  program
    .command('reset')
    .description('begin the desk anew; the old one is moved aside, never deleted')
    .option(...DATA)
    .option('--clean', 'with nothing in it')
    .option('--example', 'as a copy of the worked example (the default)')
    .action((flags: ResetFlags) => run(reset(surroundings, flags)));
  program
    .command('dossier [file]')
    .description(
      'write everything the desk holds into one ZIP archive, to be read and verified without this program; works beside a running server',
    )
    .option(...DATA)
    .option(...LANG)
    .option('--force', 'replace a file that is there')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', DOSSIER_HELP)
    .action((file: string | undefined, flags: DossierFlags) => run(dossier(surroundings, file, flags)));
  program
    .command('completion <shell>')
    .description('print what has a shell complete commands, options and their values: bash, zsh or fish')
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: string) => run(completion(surroundings, shell)));
  program
    .command('complete [words...]', { hidden: true })
    .allowUnknownOption()
    .action((words: string[]) => run(complete(surroundings, program, words)));
  return program;
}

/** An option that may be given several times. */
const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function explain(error: unknown, { errors, env }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  // Whoever read what was printed had enough of it: nothing failed.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  if (error instanceof UsageError) {
    say(errors, `variorum: ${error.message}`);
    return 2;
  }
  say(errors, `variorum: ${systemSays(error) ?? (error as Error).message}`);
  if (error instanceof Stopped) return STOPPED;
  const foreseen = error instanceof Refusal || error instanceof CannotListen;
  if (env.VARIORUM_DEBUG && !foreseen) say(errors, (error as Error).stack ?? '');
  return 1;
}
