import { faultsOf, localizer } from './support/messages.mjs';
import { say, script } from './support/run.mjs';

// Finds the texts of the interface, adds new ones to the lists for translators (client/localize/xliff), and makes the
// templates of each language from what is translated. --check changes nothing and says what is missing.
await script(async args => {
  if (!args.includes('--check')) {
    const found = localizer();
    await found.writeInterchangeFiles();
    await found.build();
  }
  const faults = faultsOf(localizer());
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? 'Every text is there in every language.' : `${faults.length} to mend.`);
  return faults.length === 0 ? 0 : 1;
});
