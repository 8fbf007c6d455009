import path from 'node:path';
import { z } from 'zod';
import { codeOf, type FileLayer, readIfThere, replaceFile } from '../files.ts';
import type { Layout } from '../layout.ts';

/**
 * What a redaction does to the files of a desk, all of it decided. Names are relative to the desk, with slashes.
 */
export const Plan = z.strictObject({
  format: z.literal('variorum-redacting'),
  /** Files that lie ready in `redacting/`, under the same names, and take their place. */
  replace: z.array(z.string().regex(/^(journal\/\d{6,}\.jsonl|blobs\/[0-9a-f]{64}|redactions\.json)$/)),
  /** Files that go; of a folder, everything in it. */
  remove: z.array(z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/)),
});
export type Plan = z.infer<typeof Plan>;

/** @returns whether a redaction of the desk was begun and is not done yet. */
export async function isRedacting(files: FileLayer, layout: Layout): Promise<boolean> {
  return (await files.stat(planFile(layout))) !== undefined;
}

/** Makes ready a file that is to take its place; it becomes durable with `decide`. */
export async function layReady(
  files: FileLayer,
  layout: Layout,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const place = path.join(layout.redacting, ...name.split('/'));
  await files.makeFolder(path.dirname(place));
  await replaceFile(files, place, bytes);
}

/** From here on the redaction is done, whatever happens: a start that finds the plan carries it out. */
export async function decide(files: FileLayer, layout: Layout, plan: Plan): Promise<void> {
  await files.makeFolder(layout.redacting);
  for (const folder of new Set(plan.replace.map(name => path.posix.dirname(name))))
    await files.syncFolder(path.join(layout.redacting, folder));
  await replaceFile(files, planFile(layout), Buffer.from(JSON.stringify(plan)));
  await files.syncFolder(layout.redacting);
  await files.syncFolder(layout.root);
}

/**
 * Carries out a redaction that was decided, or takes away what one left that was not. It may be broken off and begun again
 * at any point. Nobody else may have the desk open.
 * @returns whether there was one to carry out
 */
export async function finishRedacting(files: FileLayer, layout: Layout): Promise<boolean> {
  const bytes = await readIfThere(files, planFile(layout));
  if (bytes) {
    const plan = Plan.parse(JSON.parse(bytes.toString('utf8')));
    for (const name of plan.remove) await files.removeAll(path.join(layout.root, ...name.split('/')));
    const folders = new Set([layout.root]);
    for (const name of plan.replace) {
      const to = path.join(layout.root, ...name.split('/'));
      folders.add(path.dirname(to));
      await putInPlace(files, path.join(layout.redacting, ...name.split('/')), to);
    }
    for (const folder of [layout.journal, layout.blobs, ...folders]) await files.syncFolder(folder);
    await files.remove(planFile(layout));
    await files.syncFolder(layout.redacting);
  }
  await files.removeAll(layout.redacting);
  return bytes !== undefined;
}

async function putInPlace(files: FileLayer, from: string, to: string): Promise<void> {
  try {
    await files.rename(from, to);
  } catch (error) {
    // It was put there before the work was broken off.
    if (codeOf(error) !== 'ENOENT' || !(await files.stat(to))) throw error;
  }
}

const planFile = (layout: Layout): string => path.join(layout.redacting, 'plan.json');
