import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './project.mjs';

const posix = file => path.relative(root, file).split(path.sep).join('/');

/** Every file under a folder (or the file itself), as absolute paths in a stable order. */
export function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A hash over names and contents of the files under some places of the project; the same on every machine. */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(place => filesUnder(inProject(place)))) {
    const content = readFileSync(file);
    hash.update(`${posix(file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

const stampFile = name => inProject('dist', `.${name}.stamp`);

/** Whether the named step last succeeded on exactly these sources and its product is still there. */
export function isFresh({ name, sources, product }) {
  return (
    existsSync(inProject(product)) &&
    existsSync(stampFile(name)) &&
    readFileSync(stampFile(name), 'utf8') === fingerprint(sources)
  );
}

/** Does the named step's work; it counts as fresh only when that succeeds. */
export async function stamped({ name, sources }, work) {
  const print = fingerprint(sources);
  rmSync(stampFile(name), { force: true });
  await work();
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stampFile(name), print);
}

/** Removes what the compiler made of sources that are gone, so that a deleted test does not run for ever. */
export function pruneCompiled() {
  for (const layer of ['shared', 'server', 'test']) {
    for (const declaration of filesUnder(inProject('dist', layer)).filter(file => file.endsWith('.d.ts'))) {
      const compiled = declaration.slice(0, -'.d.ts'.length);
      if (existsSync(inProject(`${path.relative(inProject('dist'), compiled)}.ts`))) continue;
      for (const ending of ['.d.ts', '.js', '.js.map']) rmSync(compiled + ending, { force: true });
    }
  }
}
