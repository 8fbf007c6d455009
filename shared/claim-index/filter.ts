import { z } from 'zod';
import { Tag } from '../model/claim.ts';
import { Signature } from '../model/ids.ts';
import { type Verdict, verdict, type Workflow, workflow } from '../model/scales.ts';
import { FLAG } from './columns.ts';
import type { ClaimTable } from './table.ts';

/** What claims are shown: within a member, any of its values will do; between members, all must hold. An absent member asks nothing. */
export const ClaimFilter = z.strictObject({
  types: z.array(z.string().max(40)).max(100).optional(),
  workflow: z.array(workflow.schema).optional(),
  /** `none` stands for claims without a verdict. */
  verdict: z.array(z.union([verdict.schema, z.literal('none')])).optional(),
  tags: z.array(Tag).max(200).optional(),
  by: z.array(Signature).max(200).optional(),
  conflict: z.boolean().optional(),
  evidence: z.boolean().optional(),
  notes: z.boolean().optional(),
  waiting: z.boolean().optional(),
});
export type ClaimFilter = z.infer<typeof ClaimFilter>;

/** Whether the claim in a slot passes. */
export type SlotTest = (slot: number) => boolean;

/** @returns a test compiled against a table's dictionaries; compile anew when the table's version has changed. */
export function compileFilter(table: ClaimTable, filter: ClaimFilter): SlotTest {
  const { columns } = table;
  const tests: SlotTest[] = [];
  const oneOf = (column: ArrayLike<number>, codes: readonly number[]) => {
    const wanted = new Uint8Array(65536);
    for (const code of codes) if (code >= 0) wanted[code] = 1;
    tests.push(slot => wanted[column[slot]!] === 1);
  };
  if (filter.types)
    oneOf(
      columns.type,
      filter.types.map(type => table.types.find(type)),
    );
  if (filter.workflow)
    oneOf(
      columns.workflow,
      filter.workflow.map(code => workflow.codes.indexOf(code)),
    );
  if (filter.verdict)
    oneOf(
      columns.verdict,
      filter.verdict.map(code => (code === 'none' ? 0 : verdict.codes.indexOf(code) + 1)),
    );
  if (filter.by)
    oneOf(
      columns.who,
      filter.by.map(name => table.people.find(name)),
    );
  if (filter.tags) {
    const wanted = new Set(filter.tags);
    const sets = table.tagSets.words.map(words =>
      (JSON.parse(words) as string[]).some(tag => wanted.has(tag)),
    );
    oneOf(
      columns.tags,
      sets.flatMap((has, code) => (has ? [code] : [])),
    );
  }
  for (const name of ['conflict', 'evidence', 'notes', 'waiting'] as const) {
    const asked = filter[name];
    if (asked !== undefined) tests.push(slot => ((columns.flags[slot]! & FLAG[name]) !== 0) === asked);
  }
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0]!;
  return slot => tests.every(test => test(slot));
}

/** How many claims have each value of each member of a filter. */
export interface Facets {
  readonly total: number;
  readonly types: ReadonlyMap<string, number>;
  readonly workflow: ReadonlyMap<Workflow, number>;
  readonly verdict: ReadonlyMap<Verdict | 'none', number>;
  readonly tags: ReadonlyMap<string, number>;
  readonly by: ReadonlyMap<string, number>;
  readonly conflict: number;
  readonly evidence: number;
  readonly notes: number;
  readonly waiting: number;
}

/** @returns the counts over all claims of a table, those that wait too, or over those that pass a test. */
export function countFacets(table: ClaimTable, test?: SlotTest): Facets {
  const { columns, all } = table;
  const tallies = {
    type: new Uint32Array(table.types.words.length),
    workflow: new Uint32Array(workflow.codes.length),
    verdict: new Uint32Array(verdict.codes.length + 1),
    tags: new Uint32Array(table.tagSets.words.length),
    who: new Uint32Array(table.people.words.length),
  };
  let total = 0;
  const flags = { conflict: 0, evidence: 0, notes: 0, waiting: 0 };
  for (const slot of all) {
    if (test && !test(slot)) continue;
    total++;
    tallies.type[columns.type[slot]!]!++;
    tallies.workflow[columns.workflow[slot]!]!++;
    tallies.verdict[columns.verdict[slot]!]!++;
    tallies.tags[columns.tags[slot]!]!++;
    tallies.who[columns.who[slot]!]!++;
    const bits = columns.flags[slot]!;
    if (bits & FLAG.conflict) flags.conflict++;
    if (bits & FLAG.evidence) flags.evidence++;
    if (bits & FLAG.notes) flags.notes++;
    if (bits & FLAG.waiting) flags.waiting++;
  }
  const tags = new Map<string, number>();
  table.tagSets.words.forEach((words, code) => {
    const count = tallies.tags[code]!;
    if (count > 0)
      for (const tag of JSON.parse(words) as string[]) tags.set(tag, (tags.get(tag) ?? 0) + count);
  });
  return {
    total,
    types: counted(table.types.words, tallies.type),
    workflow: counted(workflow.codes, tallies.workflow),
    verdict: counted(['none', ...verdict.codes] as const, tallies.verdict),
    tags,
    by: counted(table.people.words, tallies.who),
    ...flags,
  };
}

function counted<T extends string>(names: readonly T[], tally: Uint32Array): Map<T, number> {
  return new Map(
    names.map((name, code) => [name, tally[code]!] as [T, number]).filter(([, count]) => count > 0),
  );
}
