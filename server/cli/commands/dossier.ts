import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeDossier } from '../../services/dossier/dossier.ts';
import { openStorage } from '../../storage/registry.ts';
import { Progress } from '../progress.ts';
import { readLanguage } from '../read-language.ts';
import { heeding, stoppable } from '../stoppable.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';
import { targetOf, writeWhole } from '../write-whole.ts';

export interface DossierFlags {
  readonly data?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly lang?: string;
}

/** Writes a dossier of the desk, beside a running server too. @returns the exit code */
export async function dossier(
  surroundings: Surroundings,
  file: string | undefined,
  flags: DossierFlags,
): Promise<number> {
  const { out, errors, folder } = surroundings;
  const language = readLanguage(flags.lang);
  const now = new Date().toISOString();
  const target = await targetOf(path.resolve(folder, file ?? '.'), 'dossier', now);
  if (existsSync(target) && !flags.force)
    throw new UsageError(`${target} is there already. Choose another name, or give --force to replace it.`);
  await mkdir(path.dirname(target), { recursive: true });
  const storage = await openStorage(storeAddress(surroundings, flags.data), { readOnly: true });
  const progress = new Progress(errors, 'Writing');
  try {
    await stoppable('No dossier was written, because it was stopped.', signal =>
      writeWhole(
        target,
        heeding(
          writeDossier(storage, { now, ...(language ? { language } : {}), progress: progress.tell }),
          signal,
        ),
      ),
    );
    const { size: bytes } = await stat(target);
    const { seq, hash } = storage.head;
    if (flags.json)
      out.write(`${JSON.stringify({ file: target, bytes, made: now, head: { seq, hash } }, null, 2)}\n`);
    else {
      say(out, `✓ ${bytes} bytes, up to entry ${seq} of the log, ${hash}`);
      say(out, target);
    }
    return 0;
  } finally {
    progress.end();
    await storage.close();
  }
}
