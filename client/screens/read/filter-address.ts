import { ClaimFilter } from '../../../shared/claim-index/filter.ts';

const LISTS = { type: 'types', workflow: 'workflow', verdict: 'verdict', tag: 'tags', by: 'by' } as const;
const FLAGS = ['conflict', 'evidence', 'notes'] as const;

/** Writes a filter as the query of an address, without the question mark; empty where it asks nothing. */
export function filterToQuery(filter: ClaimFilter): string {
  const query = new URLSearchParams();
  for (const [name, member] of Object.entries(LISTS)) {
    const values = filter[member];
    if (values?.length === 0) query.append(name, '');
    for (const value of values ?? []) query.append(name, value);
  }
  for (const name of FLAGS) if (filter[name] !== undefined) query.append(name, filter[name] ? 'yes' : 'no');
  return query.toString();
}

/** Reads a filter from an address; what it does not understand is left out. */
export function filterFromQuery(query: URLSearchParams): ClaimFilter {
  const filter: Record<string, unknown> = {};
  const keep = (member: string, value: unknown) => {
    if (ClaimFilter.safeParse({ [member]: value }).success) filter[member] = value;
  };
  for (const [name, member] of Object.entries(LISTS)) {
    if (query.has(name)) keep(member, query.getAll(name).filter(Boolean));
  }
  for (const name of FLAGS) {
    const asked = query.get(name);
    if (asked === 'yes' || asked === 'no') keep(name, asked === 'yes');
  }
  return filter as ClaimFilter;
}

/** Whether a filter asks anything at all. */
export const asksNothing = (filter: ClaimFilter): boolean =>
  Object.values(filter).every(value => value === undefined);
