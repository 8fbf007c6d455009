import { claimType, claimTypes, isKindOf } from '../../../shared/claim-types/registry.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import type { Suggestion } from '../../../shared/detectors/suggestion.ts';
import { LineMap } from '../check/line-map.ts';
import { readFiles } from '../check/read-files.ts';
import { Progress } from '../progress.ts';
import { type Surroundings, UsageError } from '../surroundings.ts';

export interface SuggestFlags {
  readonly json?: boolean;
  readonly type?: readonly string[];
}

const LONGEST_QUOTE = 100;

/**
 * Proposes the claims in files, without a desk.
 * @returns exit code 2 where a file could not be read, else 0
 */
export async function suggestIn(
  surroundings: Surroundings,
  files: readonly string[],
  flags: SuggestFlags,
): Promise<number> {
  const types = typesAsked(flags.type ?? []);
  const { texts, unread } = await readFiles(surroundings, files);
  const progress = new Progress(surroundings.errors, 'Looking through');
  const found = texts.map((text, i) => {
    progress.tell(i, texts.length);
    const suggestions = suggest(text).filter(
      ({ type }) => types.length === 0 || types.some(asked => isKindOf(type, asked)),
    );
    return { text, suggestions };
  });
  progress.end();
  if (flags.json) {
    const claims = found.flatMap(({ suggestions }) => suggestions.map(claimOf));
    surroundings.out.write(`${JSON.stringify(claims, null, 2)}\n`);
  } else
    for (const { text, suggestions } of found) {
      const lines = new LineMap(text.text);
      for (const one of suggestions) surroundings.out.write(`${lineOf(one, lines)}\n`);
    }
  return unread > 0 ? 2 : 0;
}

function typesAsked(asked: readonly string[]): readonly string[] {
  const ids = asked
    .flatMap(one => one.split(','))
    .map(id => id.trim())
    .filter(Boolean);
  const unknown = ids.filter(id => !claimType(id));
  if (unknown.length === 0) return ids;
  const known = claimTypes.map(({ id }) => id).join(', ');
  throw new UsageError(`There is no claim type ${unknown.join(', ')}; there are ${known}.`);
}

/** A claim as it is printed: offsets are UTF-16 code units of the decoded text. */
function claimOf({ documentId, type, ranges, quote, value, fields, detector, worth, grounds }: Suggestion) {
  const [start, end] = [ranges[0]!.start, ranges.at(-1)!.end];
  const parts = ranges.length > 1 ? { ranges } : {};
  return { document: documentId, type, start, end, ...parts, quote, value, fields, detector, worth, grounds };
}

function lineOf({ documentId, type, ranges, quote }: Suggestion, lines: LineMap): string {
  const { line, column } = lines.at(ranges[0]!.start);
  const words = quote.replace(/\s+/g, ' ').trim();
  const shown = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words;
  return `${documentId}:${line}:${column} ${type} “${shown}”`;
}
