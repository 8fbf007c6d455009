import { v7 as newId } from 'uuid';
import type { ServerOptions } from '../../../../server/http/start.ts';
import type { ToldFinding, ToldSpan } from '../../../../shared/api/found.ts';
import type { Draft } from '../../../../shared/change/draft.ts';
import type { Change } from '../../../../shared/model/change.ts';
import { AT, change, type Serving, serving } from '../../http/serving.ts';

/** Address of the detectors and rules that these tests work with. */
export const PLAIN = new URL('./plain-engine.js', import.meta.url).href;

/** A desk without texts, on which simple detectors and rules are at work. */
export const finding = (options: ServerOptions = {}): Serving =>
  serving({ begin: 'nothing', finding: { engine: PLAIN }, ...options });

/** Adds a text. @returns its id */
export async function addText(
  { api }: Pick<Serving, 'api'>,
  text: string,
  title = 'A text',
): Promise<string> {
  const id = newId();
  const ids = { change: newId(), group: newId(), revision: newId() };
  const rest = { by: 'Ines', at: AT, title, mediaType: 'text/plain' as const, encoding: 'utf-8' };
  await api.addDocument({ query: { id, ...ids, ...rest }, body: new TextEncoder().encode(text) });
  return id;
}

/** Does drafts as one group. @returns its changes */
export async function does(desk: Serving, drafts: readonly Draft[]): Promise<Change[]> {
  const group = newId();
  const changes = drafts.map(({ kind, objectId, operation }) => change(kind, objectId, operation, { group }));
  await desk.commit(...changes);
  return changes;
}

/** Takes back what was created. */
export const undo = (desk: Serving, created: readonly Change[]): Promise<Change[]> =>
  does(
    desk,
    [...created].reverse().map(({ kind, objectId }) => ({ kind, objectId, operation: { op: 'remove' } })),
  );

/** What is suggested in a document once everything has been gone through, by its words. */
export async function suggested({ server, api }: Serving, id: string): Promise<string[]> {
  for (;;) {
    await server.desk.findings.settled();
    const { state, suggestions } = await api.listSuggestions({ params: { id } });
    if (state !== 'pending') return suggestions.map(({ quote }) => quote);
  }
}

/** What is found once everything has been gone through. */
export async function found({ server, api }: Serving): Promise<ToldFinding[]> {
  await server.desk.findings.settled();
  return (await api.listFindings({})).findings;
}

/** The spans of the side that has a value. */
export const spansWith = ({ sides }: ToldFinding, value: string): ToldSpan[] =>
  sides.find(side => side.value === value)!.spans;

export const author = { by: 'Ines', at: AT };
