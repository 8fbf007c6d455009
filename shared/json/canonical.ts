/** A JSON value as it is kept and sent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes JSON with object keys in code-unit order, so that equal values give equal bytes.
 * Lone surrogates come out escaped, as `JSON.stringify` does; `undefined` members are left out.
 * @param indent spaces per level; 0 writes one line
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return written(value, indent, '') ?? 'null';
}

/** Built as text at once: sorted copies of the objects would be garbage, and most of the work. */
function written(value: unknown, indent: number, margin: string): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent === 0 ? '' : `${margin}${' '.repeat(indent)}`;
  const start = indent === 0 ? '' : `\n${inner}`;
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${start}${written(item, indent, inner) ?? 'null'}`;
    return `[${text}${text && start && `\n${margin}`}]`;
  }
  const record = value as Record<string, unknown>;
  const colon = indent === 0 ? ':' : ': ';
  for (const name of sorted(Object.keys(record))) {
    const member = written(record[name], indent, inner);
    if (member !== undefined) text += `${text && ','}${start}${JSON.stringify(name)}${colon}${member}`;
  }
  return `{${text}${text && start && `\n${margin}`}}`;
}

/** Sorts in place. Names are few and often in order, where the engine's own sort would first make copies. */
function sorted(names: string[]): string[] {
  if (names.length > 32) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!;
    let j = i - 1;
    for (; j >= 0 && names[j]! > name; j--) names[j + 1] = names[j]!;
    names[j + 1] = name;
  }
  return names;
}

/** @returns whether two JSON values are equal; the order of an object's keys does not count, `undefined` members neither. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameJson(item, b[i]))
    );
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) if (!sameJson(own(left, name), own(right, name))) return false;
  return true;
}

function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
