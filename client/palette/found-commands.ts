import { readQuery } from '../../shared/search/query.ts';
import { type Command, call, can } from '../commands/command.ts';
import type { CommandRegistry } from '../commands/registry.ts';
import { fits } from './fits.ts';
import type { Row } from './row.ts';

/** @returns the commands that can be carried out now, each once; asked before the palette takes the keyboard */
export function runnable(registry: CommandRegistry, own: string): Command[] {
  const known = new Map<string, Command>();
  for (const command of registry.all)
    if (command.id !== own && !known.has(command.id) && can(command, registry.context))
      known.set(command.id, command);
  return [...known.values()];
}

/** @returns rows for those of the commands whose name or group has the words */
export function commandRows(commands: readonly Command[], words: string, registry: CommandRegistry): Row[] {
  const query = readQuery(words);
  return commands.flatMap((command): Row[] => {
    const { id, label, group, keys } = command;
    const marks = fits(label, query);
    if (!marks && !fits(`${label} ${group}`, query)) return [];
    return [
      {
        id: `command-${id}`,
        kind: 'command',
        text: label,
        marks: marks ?? [],
        says: group,
        icon: 'chevron-right',
        ...(keys[0] === undefined ? {} : { keys: keys[0] }),
        act: () => void call(command, registry.context),
      },
    ];
  });
}
