import { examine } from '../../../shared/conflict-rules/engine.ts';
import { mentionsOfSuggestions } from '../../../shared/conflict-rules/mentions-of.ts';
import { conflictRules } from '../../../shared/conflict-rules/registry.ts';
import type { ConflictRule } from '../../../shared/conflict-rules/rule.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import { findingSeverity } from '../../../shared/model/scales.ts';
import { LineMap } from '../check/line-map.ts';
import { readFiles } from '../check/read-files.ts';
import { sarifLog } from '../check/sarif.ts';
import { findingToJson, sayFindings } from '../check/say-findings.ts';
import { type Surroundings, UsageError } from '../surroundings.ts';

export interface CheckFlags {
  readonly json?: boolean;
  readonly format?: string;
  readonly rule?: readonly string[];
  readonly severity?: string;
  readonly style?: boolean;
}

const FORMATS = ['text', 'json', 'sarif'];

/**
 * Checks files by all conflict rules, each by itself and against the others, without a desk.
 * @param version the program's own, for SARIF
 * @returns exit code 1 where an error was found, 2 where a file could not be read, else 0
 */
export async function check(
  surroundings: Surroundings,
  files: readonly string[],
  flags: CheckFlags,
  version: string,
): Promise<number> {
  const format = flags.json ? 'json' : (flags.format ?? 'text');
  if (!FORMATS.includes(format))
    throw new UsageError(`"${format}" is no format; there are ${FORMATS.join(', ')}.`);
  if (flags.json && flags.format !== undefined && flags.format !== 'json')
    throw new UsageError('Choose one of --json and --format.');
  const rules = rulesAsked(flags);
  const shown = severitiesAsked(flags.severity ?? 'style');
  const { texts, unread } = await readFiles(surroundings, files);
  const mentions = texts.flatMap(text => mentionsOfSuggestions(suggest(text)));
  const learned = { entities: [], sources: new Map(), evidence: new Map() };
  const findings = examine(texts, mentions, learned, { rules }).filter(({ severity }) =>
    shown.includes(severity),
  );
  const maps = new Map(texts.map(({ documentId, text }) => [documentId, new LineMap(text)]));
  if (format === 'sarif') writeJson(surroundings, sarifLog(findings, rules, maps, version));
  else if (format === 'json')
    writeJson(
      surroundings,
      findings.map(finding => findingToJson(finding, maps)),
    );
  else if (texts.length > 0) surroundings.out.write(sayFindings(findings, maps));
  if (unread > 0) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function writeJson({ out }: Surroundings, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}

function rulesAsked({ rule = [], style = false }: CheckFlags): readonly ConflictRule[] {
  const asked = new Set(
    rule
      .flatMap(ids => ids.split(','))
      .map(id => id.trim())
      .filter(Boolean),
  );
  const ids = new Set(conflictRules.map(({ id }) => id));
  const unknown = [...asked].filter(id => !ids.has(id));
  if (unknown.length > 0)
    throw new UsageError(`There is no rule ${unknown.join(', ')}; there are ${[...ids].sort().join(', ')}.`);
  if (asked.size > 0) return conflictRules.filter(({ id }) => asked.has(id));
  return conflictRules.filter(one => style || !one.asked);
}

function severitiesAsked(least: string): readonly string[] {
  const codes: readonly string[] = findingSeverity.codes;
  const at = codes.indexOf(least);
  if (at < 0) throw new UsageError(`"${least}" is no severity; there are ${codes.join(', ')}.`);
  return codes.slice(0, at + 1);
}
