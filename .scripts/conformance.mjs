import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './support/build.mjs';
import { npm } from './support/install.mjs';
import { inProject, root, tools } from './support/project.mjs';
import { runNode, StepFailed, say, script } from './support/run.mjs';

const source = path.resolve(root, process.env.CONFORMANCE_DIR ?? '../shared/conformance');
const webAnnotation = ['annotations/example', 'shared/formats/web-annotation'];

/** Each checker, the parts of the project it is about, and how to make the files it reads. */
const checkers = [
  { file: 'wadm-selftest.mjs', needs: webAnnotation },
  { file: 'wadm-validate.mjs', needs: webAnnotation, input: () => exported('web-annotation') },
  { file: 'vocab-check.mjs', needs: webAnnotation, input: () => exported('web-annotation') },
  { file: 'protocol-check.mjs' },
  { file: 'claimreview-validate.mjs' },
  { file: 'anchoring-check.mjs' },
  { file: 'verify-samples.mjs' },
];

const applies = ({ needs }) => needs?.every(part => existsSync(inProject(part))) ?? false;

/** Copies the checkers to where their packages can be installed; once per set of packages. */
async function workshop() {
  const packages = createHash('sha256')
    .update(readFileSync(path.join(source, 'package.json')))
    .digest('hex');
  const folder = inProject('node_modules/.cache/variorum', `conformance-${packages.slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  if (!existsSync(path.join(folder, 'node_modules'))) {
    say('Installing what the checkers need …');
    const code = await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
    if (code !== 0) throw new StepFailed('The checkers could not be installed; the message is above.', code);
  }
  return folder;
}

/** Writes the example desk in a format, as a user would, and returns the path of the file. */
async function exported(format) {
  const file = inProject('node_modules/.cache/variorum', `example.${format}.json`);
  const args = ['export', format, '--data', inProject('annotations/example'), '--out', file];
  const code = await runNode(tools.variorum, args, { env: { VARIORUM_AS_BUILT: '1' } });
  if (code !== 0) throw new StepFailed(`variorum export ${format} failed (exit code ${code}).`);
  return file;
}

await script(async () => {
  if (!existsSync(source)) {
    console.log(
      `No conformance checkers at ${source}; set CONFORMANCE_DIR to where they are. Nothing was checked.`,
    );
    return 0;
  }
  await build();
  const folder = await workshop();
  const failed = [];
  for (const { file, input } of checkers.filter(applies)) {
    console.log(`\n== ${file}`);
    const files = input ? [await input()] : [];
    const code = await runNode(path.join(folder, file), files, { cwd: folder, stdio: 'inherit' });
    if (code !== 0) failed.push(file);
  }
  const notYet = checkers.filter(checker => !applies(checker)).map(({ file }) => file);
  if (notYet.length > 0) console.log(`\nnot applicable yet: ${notYet.join(', ')}`);
  console.log(failed.length === 0 ? 'Every applicable checker passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
