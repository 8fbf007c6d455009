const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns every string in a JSON value that could be the id of an object, wherever it stands */
export function idsIn(value: unknown): string[] {
  const ids: string[] = [];
  collect(value, ids);
  return ids;
}

function collect(value: unknown, ids: string[]): void {
  if (typeof value === 'string') {
    if (value.length === 36 && UUID.test(value)) ids.push(value);
  } else if (Array.isArray(value)) for (const item of value) collect(item, ids);
  else if (value !== null && typeof value === 'object')
    for (const name in value) collect((value as Record<string, unknown>)[name], ids);
}
