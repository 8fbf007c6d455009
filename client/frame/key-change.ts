/** As much of a command as giving it other keys takes. */
interface Keyed {
  readonly id: string;
  readonly keys: readonly string[];
}

/** Keys that a person gives a command in place of others, and the command that has them already, if one does. */
export interface KeyChange {
  readonly id: string;
  /** Which of the command's keys they replace; beyond the last they are added. */
  readonly place: number;
  readonly keys: string;
  readonly taken?: { readonly id: string; readonly place: number };
}

/** Whether keys cannot both be told apart from others: they are the same, or one begins the other. */
const collide = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/**
 * Proposes keys for a command.
 * @param commands those that are there now; all of them hear the same keyboard
 */
export function proposeKeys(commands: readonly Keyed[], id: string, place: number, keys: string): KeyChange {
  for (const other of commands) {
    const at = other.keys.findIndex((taken, i) => collide(taken, keys) && !(other.id === id && i === place));
    if (at >= 0) return { id, place, keys, taken: { id: other.id, place: at } };
  }
  return { id, place, keys };
}

/**
 * @returns the strokes that the commands concerned have once a change is made: where the keys were taken, the other
 * command gets those that become free, or none
 */
export function keysAfter(
  commands: readonly Keyed[],
  { id, place, keys, taken }: KeyChange,
): Record<string, readonly string[]> {
  const keysOf = (of: string) => commands.find(command => command.id === of)?.keys ?? [];
  const free = keysOf(id)[place];
  const after: Record<string, readonly string[]> = { [id]: put(keysOf(id), place, keys) };
  if (taken) after[taken.id] = put(after[taken.id] ?? keysOf(taken.id), taken.place, free);
  return after;
}

function put(list: readonly string[], place: number, keys: string | undefined): readonly string[] {
  const rest = [...list.slice(0, place), ...(keys === undefined ? [] : [keys]), ...list.slice(place + 1)];
  return [...new Set(rest)];
}
