import type { z } from 'zod';
import { FormatError } from '../format.ts';

type Issue = z.core.$ZodIssue;
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * @param within where in the file that stands which the schema is of
 * @returns the first fault that a schema found, with its path through unions: where one of them fits best, the fault inside it
 */
export function faultOf(error: z.ZodError, within: readonly PropertyKey[] = []): FormatError {
  const fault = deepest(error.issues[0]!, within);
  const path = fault.path.map(String).join('.');
  return new FormatError(path, `${path || 'The file'} is not as it should be: ${fault.message}.`);
}

function deepest(issue: Issue, above: readonly PropertyKey[] = []): Fault {
  const path = [...above, ...issue.path];
  let best: Fault = { path, message: issue.message };
  if (issue.code !== 'invalid_union') return best;
  for (const [first] of issue.errors) {
    if (!first) continue;
    const inner = deepest(first, path);
    if (inner.path.length > best.path.length) best = inner;
  }
  return best;
}
