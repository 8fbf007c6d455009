import { msg, str } from '@lit/localize';
import { claimType } from '../../shared/claim-types/registry.ts';
import type { Change } from '../../shared/model/change.ts';
import { outcome, type Step, severity, verdict, workflow } from '../../shared/model/scales.ts';

const labelOf = (steps: readonly Step[], code: unknown): string =>
  (steps.find(step => step.code === code)?.label ?? String(code)).toLowerCase();

const CREATED: { readonly [K in Change['kind']]: (value: Readonly<Record<string, unknown>>) => string } = {
  document: () => msg('Added'),
  claim: value => {
    const type = String(value.type);
    return msg(str`Marked as ${(claimType(type)?.label ?? type).toLowerCase()}`);
  },
  source: () => msg('Added'),
  entity: () => msg('Named'),
  conflict: () => msg('Raised'),
};

const LISTS: Readonly<Record<string, () => string>> = {
  tags: () => msg('Tag'),
  evidence: () => msg('Evidence'),
  notes: () => msg('Note'),
  settled: () => msg('Decision'),
  decisions: () => msg('Decision'),
  dissent: () => msg('Dissent'),
  sides: () => msg('Side'),
  grounds: () => msg('Ground'),
  revisions: () => msg('Revision'),
  variants: () => msg('Variant'),
};

/** Says in a few words what a change did to its object: "Verdict set to disputed". */
export function sayChange({ kind, operation }: Change): string {
  switch (operation.op) {
    case 'create':
      return CREATED[kind](operation.value);
    case 'remove':
      return msg('Removed');
    case 'restore':
      return msg('Brought back');
    case 'set':
      return Object.entries(operation.values)
        .map(([path, value]) => saySet(path, value))
        .join(', ');
    case 'edit': {
      if (operation.list === 'decisions' && 'reopened' in operation.values) return msg('Decision reopened');
      return msg(str`${listLabel(operation.list)} changed`);
    }
    case 'add': {
      const item = operation.item;
      if (operation.list === 'decisions' && typeof item === 'object')
        return msg(str`Decided: ${labelOf(outcome.steps, item.outcome)}`);
      return msg(str`${listLabel(operation.list)}${nameOf(item)} added`);
    }
    case 'drop':
      return msg(
        str`${listLabel(operation.list)}${operation.list === 'tags' ? ` ${operation.item}` : ''} taken away`,
      );
  }
}

const listLabel = (list: string): string => LISTS[list]?.() ?? list;
const nameOf = (item: unknown): string => (typeof item === 'string' ? ` ${item}` : '');

function saySet(path: string, value: unknown): string {
  const [name, key] = path.split('.');
  if (key !== undefined) return msg(str`${key} changed`);
  switch (name) {
    case 'workflow':
      return msg(str`Workflow set to ${labelOf(workflow.steps, value)}`);
    case 'verdict':
      return value === null
        ? msg('Verdict taken away')
        : msg(str`Verdict set to ${labelOf(verdict.steps, value)}`);
    case 'severity':
      return msg(str`Severity set to ${labelOf(severity.steps, value)}`);
    case 'state':
      return value === 'settled' ? msg('Settled') : msg('Open again');
    case 'type':
      return msg(str`Type set to ${(claimType(String(value))?.label ?? String(value)).toLowerCase()}`);
    case 'value':
      return msg('Value changed');
    case 'anchor':
      return msg('Moved to other words');
    case 'anchorState':
      return msg(str`Anchor: ${String(value)}`);
    case 'title':
      return msg(str`Title set to “${String(value)}”`);
    default:
      return msg(str`${path} changed`);
  }
}
