import { msg } from '@lit/localize';
import type { Entity } from '../../shared/model/entity.ts';

/** A kind of entity, in the interface's language. */
export function sayEntityKind(kind: Entity['kind']): string {
  switch (kind) {
    case 'person':
      return msg('Person');
    case 'organization':
      return msg('Organization');
    case 'place':
      return msg('Place');
  }
}
