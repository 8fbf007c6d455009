import { msg, str } from '@lit/localize';
import type { Before, Change } from '../../shared/model/change.ts';
import { sayPath } from '../localize/say-path.ts';
import { stepWord } from '../localize/say-step.ts';
import { typeWord } from '../localize/say-type.ts';

const CREATED: { readonly [K in Change['kind']]: (value: Readonly<Record<string, unknown>>) => string } = {
  document: () => msg('Added'),
  claim: value => msg(str`Marked as ${typeWord(String(value.type))}`),
  source: () => msg('Added'),
  entity: () => msg('Named'),
  conflict: () => msg('Raised'),
  refusal: () => msg('Refused'),
  annotation: () => msg('Annotation taken in'),
};

/** What happened to an item of a list, in whole phrases, since languages inflect them. */
interface ListWords {
  readonly added: () => string;
  readonly changed: () => string;
  readonly dropped: () => string;
}

const LISTS: Readonly<Record<string, ListWords>> = {
  tags: {
    added: () => msg('Tag added'),
    changed: () => msg('Tag changed'),
    dropped: () => msg('Tag taken away'),
  },
  evidence: {
    added: () => msg('Evidence added'),
    changed: () => msg('Evidence changed'),
    dropped: () => msg('Evidence taken away'),
  },
  notes: {
    added: () => msg('Note added'),
    changed: () => msg('Note changed'),
    dropped: () => msg('Note taken away'),
  },
  settled: {
    added: () => msg('Decision laid on it'),
    changed: () => msg('Decision changed'),
    dropped: () => msg('Decision lifted from it'),
  },
  decisions: {
    added: () => msg('Decision added'),
    changed: () => msg('Decision changed'),
    dropped: () => msg('Decision taken away'),
  },
  dissent: {
    added: () => msg('Dissent added'),
    changed: () => msg('Dissent changed'),
    dropped: () => msg('Dissent taken away'),
  },
  sides: {
    added: () => msg('Side added'),
    changed: () => msg('Side changed'),
    dropped: () => msg('Side taken away'),
  },
  grounds: {
    added: () => msg('Ground added'),
    changed: () => msg('Ground changed'),
    dropped: () => msg('Ground taken away'),
  },
  revisions: {
    added: () => msg('Revision added'),
    changed: () => msg('Revision changed'),
    dropped: () => msg('Revision taken away'),
  },
  distinctFrom: {
    added: () => msg('Told apart from another'),
    changed: () => msg('Told apart from another'),
    dropped: () => msg('Not told apart any more'),
  },
  variants: {
    added: () => msg('Variant added'),
    changed: () => msg('Variant changed'),
    dropped: () => msg('Variant taken away'),
  },
};

const said = (list: string): ListWords =>
  LISTS[list] ?? {
    added: () => msg('Something added'),
    changed: () => msg('Something changed'),
    dropped: () => msg('Something taken away'),
  };

/**
 * Says in a few words what a change did to its object: "Verdict set to disputed".
 * @param before what it overwrote, where that is known
 */
export function sayChange({ kind, operation }: Pick<Change, 'kind' | 'operation'>, before?: Before): string {
  switch (operation.op) {
    case 'create':
      return CREATED[kind](operation.value);
    case 'remove':
      return msg('Removed');
    case 'restore':
      return msg('Brought back');
    case 'set':
      return Object.entries(operation.values)
        .map(([path, value]) => saySet(path, value, before?.values?.[path]))
        .join('; ');
    case 'edit':
      return operation.list === 'decisions' && 'reopened' in operation.values
        ? msg('Decision reopened')
        : said(operation.list).changed();
    case 'add': {
      const { item, list } = operation;
      if (list === 'decisions' && typeof item === 'object')
        return msg(str`Decided: ${stepWord('outcome', String(item.outcome))}`);
      return typeof item === 'string' ? `${said(list).added()}: ${item}` : said(list).added();
    }
    case 'drop':
      return operation.list === 'tags'
        ? `${said('tags').dropped()}: ${operation.item}`
        : said(operation.list).dropped();
    case 'revise':
      return said('revisions').added();
    case 'redact':
      return operation.whole ? msg('Redacted as a whole') : msg('A passage redacted');
  }
}

/** Says to a claim that it has become a side of a conflict. */
export function sayRaised({ operation }: Change): string {
  const title = operation.op === 'create' ? String(operation.value.title ?? '') : '';
  return msg(str`Conflict raised: ${title}`);
}

function saySet(path: string, value: unknown, was: unknown): string {
  switch (path) {
    case 'workflow':
      return msg(str`Workflow set to ${stepWord('workflow', String(value))}`);
    case 'verdict':
      return value === null
        ? typeof was === 'string'
          ? msg(str`Verdict taken away; it was “${stepWord('verdict', was)}”`)
          : msg('Verdict taken away')
        : msg(str`Verdict set to ${stepWord('verdict', String(value))}`);
    case 'severity':
      return msg(str`Severity set to ${stepWord('severity', String(value))}`);
    case 'state':
      return value === 'settled' ? msg('Settled') : msg('Open again');
    case 'type':
      return msg(str`Type set to ${typeWord(String(value))}`);
    case 'value':
      return msg('Value changed');
    case 'anchor':
      return msg('Moved to other words');
    case 'anchorState':
      return msg('Its place was found anew');
    case 'entityId':
      return value === null ? msg('Names no entity any more') : msg('Its entity was named');
    case 'preferred':
      return msg(str`Preferred form set to “${String(value)}”`);
    case 'title':
      return msg(str`Title set to “${String(value)}”`);
    default:
      return msg(str`Changed: ${sayPath(path)}`);
  }
}
