import type { Severity } from '../../../shared/model/scales.ts';
import { DeskBuilder } from './builder.ts';

/** How much is on a desk. */
export interface Size {
  readonly documents: number;
  /** Claims of each document. */
  readonly claims: number;
  readonly sources: number;
  readonly conflicts: number;
  /** Claims of one document more; none where there is no such document. */
  readonly inOne?: number;
}

/** Desks of the sizes at which screens are looked at. */
export const SIZES = {
  one: { documents: 1, claims: 2, sources: 1, conflicts: 1 },
  twenty: { documents: 20, claims: 20, sources: 20, conflicts: 20 },
  thousand: { documents: 1000, claims: 10, sources: 1000, conflicts: 1000 },
  huge: { documents: 1200, claims: 84, sources: 10_000, conflicts: 10_000, inOne: 100_000 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof SIZES;

const GIVEN = ['Luis', 'Lois', 'Marta', 'Sergey', 'Amélie', 'Ngozi', 'Håkan', 'Zoltán', 'Aoife', 'Dmitri'];
const FAMILY = ['Pérez Leira', 'Mironov', 'Okafor', 'Lindqvist', 'Ferrer i Puig', 'Kovács', 'de la Cruz'];
const TYPES = ['person', 'organization', 'date', 'place', 'count', 'quotation'];
const WORKFLOWS = ['open', 'checked', 'checking', 'open', 'in-review', 'open', 'signed-off'] as const;
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low', 'medium'];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const nameOf = (n: number): string => `${pick(GIVEN, n)} ${pick(FAMILY, Math.floor(n / 3))}`;
const sentence = (n: number): string =>
  `${nameOf(n)} spoke for delegation ${n + 1} in Moscow on ${(n % 28) + 1} April 2026. `;

/** Builds a desk of a size in a folder. @returns the ids of its documents, and of the one with many claims last */
export async function buildSized(folder: string, size: Size): Promise<readonly string[]> {
  const desk = new DeskBuilder(folder);
  const sources: string[] = [];
  for (let n = 0; n < size.sources; n++)
    sources.push(
      await desk.source({
        ...{ type: n % 3 === 0 ? 'webpage' : 'article-newspaper', title: `Report ${n + 1} on the congress` },
        ...(n % 4 === 3 ? {} : { URL: `https://paper${n % 37}.example/${n + 1}` }),
        ...(n % 5 === 4 ? {} : { author: [{ given: pick(GIVEN, n), family: pick(FAMILY, n) }] }),
        ...(n % 7 === 6 ? {} : { issued: { 'date-parts': [[2026, (n % 12) + 1, (n % 28) + 1]] } }),
      }),
    );
  const documents: string[] = [];
  const claims: string[] = [];
  const mark = async (count: number, title: string) => {
    let text = '';
    const places = Array.from({ length: count }, (_, n) => {
      const start = text.length;
      text += sentence(n) + (n % 5 === 4 ? '\n' : '');
      return { start, end: start + nameOf(n).length };
    });
    const id = await desk.document(title, text || 'Nothing is asserted here.\n', { language: 'en' });
    documents.push(id);
    for (const [n, { start, end }] of places.entries()) {
      const source = sources[(claims.length + n) % Math.max(1, sources.length)];
      claims.push(
        await desk.claim(id, start, end, {
          ...{ type: pick(TYPES, n), workflow: pick(WORKFLOWS, n) },
          evidence: source !== undefined && n % 4 === 0 ? [desk.evidence(source)] : [],
        }),
      );
    }
  };
  for (let n = 0; n < size.documents; n++) await mark(size.claims, `Minutes of session ${n + 1}`);
  for (let n = 0; n < size.conflicts; n++) {
    const left = claims[(2 * n) % claims.length]!;
    const right = claims[(2 * n + 1) % claims.length]!;
    await desk.conflict(
      [
        { value: nameOf(2 * n), claimIds: [left] },
        { value: nameOf(2 * n + 1), claimIds: [right] },
      ],
      { severity: pick(SEVERITIES, n), kind: pick(['name', 'date', 'count'], n) },
    );
  }
  if (size.inOne) await mark(size.inOne, 'The minutes in one piece');
  await desk.close();
  return documents;
}
