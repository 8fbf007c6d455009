import type { z } from 'zod';
import type { Storage } from '../storage/port.ts';

/** @returns what was kept as a note of this shape under a name; undefined where nothing is, or nothing of the shape */
export async function readNoted<T>(
  storage: Pick<Storage, 'readNote'>,
  id: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const note = await storage.readNote(id);
  if (note === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(note)).data;
  } catch {
    return undefined;
  }
}
