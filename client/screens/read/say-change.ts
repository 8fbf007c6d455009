import { msg, str } from '@lit/localize';
import type { Change } from '../../../shared/model/change.ts';
import { verdict, workflow } from '../../../shared/model/scales.ts';
import { typeLabel } from './type-words.ts';

const labelOf = (scale: { steps: readonly { code: string; label: string }[] }, code: unknown): string =>
  (scale.steps.find(step => step.code === code)?.label ?? String(code)).toLowerCase();

const LISTS: Readonly<Record<string, () => string>> = {
  tags: () => msg('Tag'),
  evidence: () => msg('Evidence'),
  notes: () => msg('Note'),
  settled: () => msg('Decision'),
};

/** Says in a few words what a change did to a claim: "Verdict set to disputed". */
export function sayChange({ operation }: Change): string {
  switch (operation.op) {
    case 'create':
      return msg(str`Marked as ${typeLabel(String(operation.value.type)).toLowerCase()}`);
    case 'remove':
      return msg('Removed');
    case 'restore':
      return msg('Brought back');
    case 'set':
      return Object.entries(operation.values)
        .map(([path, value]) => saySet(path, value))
        .join(', ');
    case 'add':
    case 'edit':
    case 'drop': {
      const thing = LISTS[operation.list]?.() ?? operation.list;
      const item = operation.op === 'add' ? operation.item : operation.op === 'drop' ? operation.item : '';
      const named = operation.list === 'tags' ? ` ${String(item)}` : '';
      if (operation.op === 'edit') return msg(str`${thing} changed`);
      return operation.op === 'add'
        ? msg(str`${thing}${named} added`)
        : msg(str`${thing}${named} taken away`);
    }
  }
}

function saySet(path: string, value: unknown): string {
  if (path === 'workflow') return msg(str`Workflow set to ${labelOf(workflow, value)}`);
  if (path === 'verdict')
    return value === null ? msg('Verdict taken away') : msg(str`Verdict set to ${labelOf(verdict, value)}`);
  if (path === 'type') return msg(str`Type set to ${typeLabel(String(value)).toLowerCase()}`);
  if (path === 'value') return msg('Value changed');
  if (path === 'anchor') return msg('Moved to other words');
  if (path === 'anchorState') return msg(str`Anchor: ${String(value)}`);
  if (path === 'entityId') return msg('Entity changed');
  if (path.startsWith('fields.')) return msg(str`${path.slice(7)} changed`);
  return msg(str`${path} changed`);
}
