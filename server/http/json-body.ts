import { badInput } from '../services/refusal.ts';

/** Deepest nesting of a JSON body. */
export const DEEPEST = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON from bytes that came from outside.
 * @returns the value, in which no member is named `__proto__`
 * @throws Refusal for bytes that are not UTF-8, text that is not JSON, too deep nesting, or a forbidden name
 */
export function readJson(bytes: Uint8Array): unknown {
  let value: unknown;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw badInput('body', 'The body is not valid UTF-8.');
  }
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badInput('body', `The body is not valid JSON: ${(error as Error).message}`.slice(0, 300));
  }
  requireHarmless(value);
  return value;
}

function requireHarmless(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (value === null || typeof value !== 'object') continue;
    if (depth >= DEEPEST) throw badInput('body', `The body is nested deeper than ${DEEPEST} levels.`);
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__'))
      throw badInput('body', 'A member may not be named "__proto__".');
    for (const member of Object.values(value))
      if (member !== null && typeof member === 'object') open.push({ value: member, depth: depth + 1 });
  }
}
