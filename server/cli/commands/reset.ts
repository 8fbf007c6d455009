import { Desk } from '../../services/desk.ts';
import { seedDesk } from '../../services/seed-desk.ts';
import { openStorage } from '../../storage/registry.ts';
import { copyExample, setAside } from '../desk-folder.ts';
import { isFolder, type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface ResetFlags {
  readonly data?: string;
  readonly clean?: boolean;
  readonly example?: boolean;
}

/** Begins the desk anew, as a copy of the worked example or with nothing in it. The old one is moved aside. */
export async function reset(surroundings: Surroundings, flags: ResetFlags): Promise<number> {
  const { out, packageRoot } = surroundings;
  if (flags.clean && flags.example) throw new UsageError('Choose one of --clean and --example.');
  const data = storeAddress(surroundings, flags.data);
  if (!isFolder(data))
    throw new UsageError(`"${data}" is not a folder; only a desk in a folder can be reset.`);
  const aside = await setAside(data, new Date());
  if (aside !== undefined) say(out, `The desk that was there is now in ${aside}`);
  if (!flags.clean && (await copyExample(packageRoot, data))) {
    say(out, `The desk in ${data} begins as a copy of the worked example.`);
    return 0;
  }
  const desk = await Desk.open(await openStorage(data));
  try {
    if (!flags.clean) await seedDesk(desk);
  } finally {
    await desk.close();
  }
  say(out, `The desk in ${data} begins ${flags.clean ? 'with nothing in it' : 'with the five texts'}.`);
  return 0;
}
