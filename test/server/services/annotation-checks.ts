type Json = Record<string, unknown>;

const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const isIri = (value: unknown) =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isDateTime = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);

/** Every member that an annotation may have, with what it may hold; names that JSON-LD would drop are not among them. */
const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  '@context': value => list(value).includes('http://www.w3.org/ns/anno.jsonld'),
  id: isIri,
  type: value => typeof value === 'string',
  motivation: value => typeof value === 'string',
  purpose: value => typeof value === 'string',
  creator: value => typeof (value as Json).name === 'string',
  generator: value => typeof (value as Json).name === 'string',
  created: isDateTime,
  modified: isDateTime,
  sourceDate: isDateTime,
  sourceDateStart: isDateTime,
  sourceDateEnd: isDateTime,
  body: Array.isArray,
  target: value => list(value).length > 0,
  source: value => isIri(value) || isIri((value as Json).id),
  state: value => (value as Json).type === 'TimeState',
  selector: value => list(value).every(isSelector),
  cached: isIri,
  via: isIri,
  format: value => typeof value === 'string' && /^[a-z]+\/[a-z0-9.+-]+$/.test(value),
  language: value => typeof value === 'string',
  value: value => typeof value === 'string',
  exact: value => typeof value === 'string',
  prefix: value => typeof value === 'string',
  suffix: value => typeof value === 'string',
  start: Number.isInteger,
  end: Number.isInteger,
  name: value => typeof value === 'string',
  label: value => typeof value === 'string',
  total: Number.isInteger,
  startIndex: Number.isInteger,
  first: value => (value as Json).type === 'AnnotationPage',
  last: isIri,
  items: value => Array.isArray(value) && value.length > 0,
};

function isSelector(value: unknown): boolean {
  const { type, exact, start, end } = value as Json;
  if (type === 'TextQuoteSelector') return typeof exact === 'string';
  return type === 'TextPositionSelector' && (start as number) >= 0 && (end as number) > (start as number);
}

/** @returns what is wrong with a W3C annotation, or with a collection of them, each fault with its path. */
export function annotationFaults(node: unknown, path = '$'): string[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => annotationFaults(item, `${path}[${i}]`));
  if (node === null || typeof node !== 'object') return [];
  if (path === '$.@context[1]') return [];
  const json = node as Json;
  const faults = Object.entries(json).flatMap(([name, value]) => [
    ...(MEMBERS[name]?.(value) ? [] : [`${path}.${name}: ${JSON.stringify(value)}`]),
    ...annotationFaults(value, `${path}.${name}`),
  ]);
  const needs: Record<string, readonly string[]> = {
    Annotation: ['id', 'motivation', 'target', 'created', 'creator'],
    AnnotationCollection: ['@context', 'id', 'total'],
    SpecificResource: ['source'],
    TextualBody: ['value', 'purpose'],
  };
  for (const name of needs[json.type as string] ?? [])
    if (json[name] === undefined) faults.push(`${path}: no ${name}`);
  if (json.type === 'TextualBody' && json.id !== undefined)
    faults.push(`${path}: a body of words with an id`);
  if (json.type === 'AnnotationCollection' && (json.total as number) > 0 !== (json.first !== undefined))
    faults.push(`${path}: a total without a first page, or the other way round`);
  return faults;
}
