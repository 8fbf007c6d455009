import { msg } from '@lit/localize';
import type { Command } from '../commands/command.ts';
import type { CommandRegistry } from '../commands/registry.ts';
import type { Asking } from './asking.ts';
import { commandRows } from './found-commands.ts';
import { iconOf, rowOf } from './hit-row.ts';
import { recentHits } from './recent.ts';
import type { Group, Row } from './row.ts';
import { type Asked, sayKind, scopes } from './scopes.ts';

/** So many rows of a kind are shown beside others, and alone. */
export const FEW = 4;
export const MANY = 30;

/** @returns what was found for what was asked, kind by kind; kinds of which there is nothing are left out */
export function foundGroups(
  { scope, words }: Asked,
  asking: Asking,
  commands: readonly Command[],
  registry: CommandRegistry,
): Group[] {
  const kinds = scope ? [scope.kind] : scopes.map(({ kind }) => kind);
  const most = scope ? MANY : FEW;
  const groups = kinds.map((kind): Group => {
    const label = sayKind(kind);
    if (kind === 'command') {
      const rows = commandRows(commands, words, registry);
      return { id: kind, label, rows: scope ? rows : rows.slice(0, most) };
    }
    const found = asking.of(kind);
    const rows = (found?.hits ?? []).slice(0, most).map(rowOf);
    return { id: kind, label, rows, more: found?.more ?? false };
  });
  return groups.filter(({ rows }) => rows.length > 0);
}

/**
 * What is offered before anything is typed: what was chosen last, and the signs that ask for a kind alone.
 * @param ask is called with a sign that was chosen
 */
export function offeredGroups(ask: (sign: string) => void): Group[] {
  const recent = recentHits().map(rowOf);
  const signs = scopes.map(({ kind, signs: [sign = ''] }): Row => {
    const id = `scope-${kind}`;
    return {
      id,
      kind: 'scope',
      text: sayKind(kind),
      marks: [],
      icon: iconOf(kind),
      sign,
      act: () => ask(sign),
    };
  });
  return [
    ...(recent.length > 0 ? [{ id: 'recent', label: msg('Chosen last'), rows: recent }] : []),
    { id: 'signs', label: msg('Only among'), rows: signs },
  ];
}
