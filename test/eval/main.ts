import { Missing } from './data.ts';
import { reports } from './reports.ts';

const named = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const unknown = named.filter(name => !(name in reports));
if (unknown.length > 0) {
  console.error(`There is no report ${unknown.join(', ')}; there are ${Object.keys(reports).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of named.length > 0 ? named : Object.keys(reports)) {
    console.log(`\n== ${name}`);
    try {
      await (await reports[name]!()).run();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      console.log(`Passed over: ${error.message}`);
    }
  }
}
