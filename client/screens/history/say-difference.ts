import { msg } from '@lit/localize';
import type { ObjectDifference } from '../../../shared/api/routes/history.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { sayClash } from '../../frame/say-clash.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { sayChange } from '../../panels/say-change.ts';

/** One path of an object in words: what it is called, and its values, or what came or went. */
export interface SaidDifference {
  readonly field: string;
  readonly old?: string;
  readonly now?: string;
}

type Field = ObjectDifference['fields'][number];

/**
 * Says what one path holds in two states: a field by both its values, an item of a list by what became of it.
 * @param named what an object is called that is meant by its id, where that is known
 */
export function sayDifference(
  kind: Kind,
  { path, old: before, now: after }: Field,
  named: (id: string) => string | undefined,
): SaidDifference {
  const [old, now] = [before, after].map(value =>
    typeof value === 'string' && /Id$/.test(path) ? (named(value) ?? value) : value,
  );
  const [, list, item, field] = /^([^/]+)\/(.+?)(?:\/([^/]+))?$/s.exec(path) ?? [];
  if (list === undefined) return inWords(path, old, now);
  if (field !== undefined && /^[0-9a-f-]{36}$/.test(item!)) {
    const { field: said } = inWords(list, old, now);
    if (field !== 'stance' && field !== 'fit') return { ...inWords(path, old, now), field: said };
    return {
      field: said,
      old: stepLabel(field, String(old ?? '')),
      now: stepLabel(field, String(now ?? '')),
    };
  }
  const held = now ?? old;
  const operation =
    now === undefined
      ? ({ op: 'drop', list, item: typeof held === 'string' ? held : '' } as const)
      : ({ op: 'add', list, item: held as string } as const);
  const said = sayChange({ kind, operation });
  const words = typeof held === 'string' ? '' : wordsOf(held);
  return { field: said, ...(words ? (now === undefined ? { old: words } : { now: words }) : {}) };
}

function inWords(path: string, old: unknown, now: unknown): SaidDifference {
  const said = sayClash({
    path,
    mine: old as null,
    theirs: now as null,
    changeId: '',
    objectId: '',
    theirChange: '',
  });
  return { field: said.field, old: said.mine, now: said.theirs };
}

/** The words of a note, a piece of evidence, a side … where it has any. */
function wordsOf(item: unknown): string {
  const { text, quote, value, says, reason } = (item ?? {}) as Readonly<Record<string, unknown>>;
  const words = [text, quote, value, says, reason].find(one => typeof one === 'string' && one !== '');
  return typeof words === 'string' ? words.slice(0, 200) : '';
}

/** @returns what became of an object: "New" */
export function sayFate(fate: ObjectDifference['fate']): string {
  switch (fate) {
    case 'added':
      return msg('New');
    case 'removed':
      return msg('Removed');
    case 'brought-back':
      return msg('Brought back');
    case 'changed':
      return msg('Changed');
  }
}
