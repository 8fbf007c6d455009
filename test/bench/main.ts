import { cpus } from 'node:os';
import { run as runBrowser } from './browser.ts';
import { printTable } from './figures.ts';
import { run as runFormats } from './formats.ts';
import { run as runHttp } from './http-writes.ts';
import { run as runNames } from './names.ts';
import { run as runRevising } from './revising.ts';
import { run as runRules } from './rules.ts';
import { run as runStorage } from './storage.ts';
import { run as runWork } from './work.ts';

/** Parts of the benchmark by name; without a name all are run. */
const parts: Readonly<Record<string, (rounds: number) => Promise<void>>> = {
  browser: runBrowser,
  formats: runFormats,
  http: runHttp,
  revising: runRevising,
  rules: runRules,
  names: runNames,
  work: runWork,
  async storage() {
    const rows = await runStorage();
    printTable(
      'Commits to the store',
      ['what', 'claims', 'writers', 'a second', 'median ms', 'p99 ms', 'of plain append'],
      rows.map(row => [
        row.what,
        row.claims,
        row.writers,
        row.perSecond,
        row.medianMs,
        row.p99Ms,
        row.ofFloor,
      ]),
    );
  },
};

const rounds = Number(process.argv.find(arg => arg.startsWith('--rounds='))?.slice(9) ?? 5);
const named = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
const unknown = named.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}; medians of ${rounds} rounds.`,
  );
  for (const name of named.length > 0 ? named : Object.keys(parts)) await parts[name]!(rounds);
}
