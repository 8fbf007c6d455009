const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every string in a JSON value that could be the id of an object, wherever it stands. */
export function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.length === 36 && UUID.test(value)) yield value;
  } else if (Array.isArray(value)) for (const item of value) yield* idsIn(item);
  else if (value !== null && typeof value === 'object')
    for (const name in value) yield* idsIn((value as Record<string, unknown>)[name]);
}
