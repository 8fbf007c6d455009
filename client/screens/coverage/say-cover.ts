import { msg } from '@lit/localize';
import type { CoverKind, CoverState } from '../../../shared/coverage/coverage.ts';

export function sayCoverState(state: CoverState): string {
  switch (state) {
    case 'open':
      return msg('Open');
    case 'blocked':
      return msg('In the way');
    case 'waived':
      return msg('Waived');
    case 'ticked':
      return msg('Ticked');
  }
}

export function sayCoverKind(kind: CoverKind): string {
  switch (kind) {
    case 'names':
      return msg('Names');
    case 'dates':
      return msg('Dates');
    case 'numbers':
      return msg('Numbers');
    case 'titles':
      return msg('Titles and citations');
    case 'quotations':
      return msg('Quotations');
    case 'lists':
      return msg('Lists');
    case 'statements':
      return msg('Statements');
  }
}
