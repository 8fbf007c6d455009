import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  { file: 'protocol-check.mjs', needs: ['annotations/example', 'server/http/annotations'], serve: true },
  {
    file: 'claimreview-validate.mjs',
    needs: ['annotations/example', 'shared/formats/claim-review'],
    input: () => exported('claim-review'),
  },
  {
    file: 'anchoring-check.mjs',
    needs: ['test/conformance/anchoring.ts'],
    input: () => inProject('dist/test/conformance/anchoring.js'),
    declines: {
      'hypothesis-hint-none': 'two places are equally near, and nothing tells them apart',
    },
  },
  { file: 'verify-samples.mjs', needs: ['shared/formats/placing'] },
];

/** The origin that the checker of the protocol says it comes from. */
const CHECKER = 'http://client.example';

/** Serves a copy of the example desk while something is done with its address. */
async function served(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-conformance-'));
  const data = path.join(folder, 'desk');
  cpSync(inProject('annotations/example'), data, { recursive: true });
  const args = ['serve', '--port', '0', '--data', data, '--no-finding', '--allow-origin', CHECKER];
  const child = spawn(process.execPath, [tools.variorum, ...args], {
    env: { ...process.env, VARIORUM_AS_BUILT: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [, url] = await saidBy(child, /(http:\/\/\S+)/);
    const { documents } = await (await fetch(`${url}/api/documents`)).json();
    const text = `${url}/api/documents/${documents[0].held.id}/text`;
    return await work([`${url}/annotations/`, '--strict', '--document', text]);
  } finally {
    child.kill();
    await new Promise(resolve => child.once('close', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for what a program says first that fits. */
function saidBy(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', data => {
      text += data;
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    child.once('close', () => reject(new StepFailed('The server did not start; its message is above.')));
  });
}

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

/** Runs a checker whose cases are told by name, and allows only the failures that are declined for a reason. */
function declining(file, args, declines, cwd) {
  const { stdout, status } = spawnSync(process.execPath, [file, ...args, '--verbose'], {
    cwd,
    encoding: 'utf8',
  });
  console.log(stdout.trimEnd());
  const failed = [...stdout.matchAll(/^FAIL (\S+)/gm)].map(([, id]) => id);
  for (const id of failed) if (id in declines) console.log(`${id} is declined: ${declines[id]}.`);
  return status !== null && status <= 1 && failed.every(id => id in declines) ? 0 : 1;
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
  for (const { file, input, serve, declines } of checkers.filter(applies)) {
    console.log(`\n== ${file}`);
    const checker = path.join(folder, file);
    const check = args =>
      declines
        ? declining(checker, args, declines, folder)
        : runNode(checker, args, { cwd: folder, stdio: 'inherit' });
    const code = await (serve ? served(check) : check(input ? [await input()] : []));
    if (code !== 0) failed.push(file);
  }
  const notYet = checkers.filter(checker => !applies(checker)).map(({ file }) => file);
  if (notYet.length > 0) console.log(`\nnot applicable yet: ${notYet.join(', ')}`);
  console.log(failed.length === 0 ? 'Every applicable checker passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
