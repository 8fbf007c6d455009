import type { DeskView } from '../format.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { markedTexts } from '../marked-texts.ts';

/** Writes each text as a line with the spans of its claims. Offsets are UTF-16 code units, as doccano counts. */
export async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  leaveOfDesk(losses, desk, [
    'conflicts',
    'history',
    'removed',
    'refusals',
    'entities',
    'sources',
    'former-texts',
  ]);
  let id = 0;
  for await (const { document, text, claims } of markedTexts(desk, losses)) {
    let entity = 0;
    const entities = claims.flatMap(({ claim, ranges }) => {
      leaveOfClaim(losses, claim, [
        ...(['value', 'fields', 'entity', 'workflow', 'verdict', 'tags', 'notes', 'evidence'] as const),
        ...(['settled', 'author', 'state', 'imported'] as const),
      ]);
      if (ranges.length > 1)
        losses.add('parts', 'That parts of a text are one claim; each became an annotation.', claim.id);
      return ranges.map(({ start, end }) => ({
        id: ++entity,
        label: claim.type,
        start_offset: start,
        end_offset: end,
      }));
    });
    yield `${JSON.stringify({ id: ++id, text, entities, relations: [], title: document.title })}\n`;
  }
}
