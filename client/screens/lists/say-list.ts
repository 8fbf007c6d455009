import { msg, str } from '@lit/localize';
import type { CellState } from '../../../shared/lists/align.ts';
import type { FoundList } from '../../../shared/lists/found-list.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Store } from '../../store/store.ts';

/** @returns what a list is called: as its claims call it, else by what stands in it */
export function listTitle({ title, of, kind }: FoundList): string {
  if (title !== '') return title;
  switch (of) {
    case 'member':
      return msg('Members');
    case 'speaker':
      return msg('Speakers');
    case 'signatory':
      return msg('Signatories');
    case 'list':
      return msg('List');
    case 'named':
      return allNamed(kind);
  }
}

function allNamed(kind: Entity['kind']): string {
  switch (kind) {
    case 'person':
      return msg('People named elsewhere in it');
    case 'organization':
      return msg('Organizations named elsewhere in it');
    case 'place':
      return msg('Places named elsewhere in it');
  }
}

/** @returns the title of the document that a list stands in */
export const documentTitle = (store: Store, { documentId }: Pick<FoundList, 'documentId'>): string =>
  store.objects.get('document', documentId)?.object.title ?? '';

/** @returns what a cell says, for those who do not see its sign */
export function sayCell(state: CellState, form: string): string {
  switch (state) {
    case 'absent':
      return msg('absent');
    case 'present':
      return msg('present');
    case 'variant':
      return msg(str`present as “${form}”`);
    case 'uncertain':
      return msg(str`uncertain: may be “${form}”`);
    case 'conflict':
      return msg(str`present as “${form}”, in conflict`);
  }
}
