import { citationRules } from '../../../../shared/conflict-rules/citations.ts';
import type { Finding } from '../../../../shared/conflict-rules/finding.ts';
import type { Known } from '../../../../shared/conflict-rules/known.ts';
import { CheckedText, type TextFacts } from '../../../../shared/detectors/checked-text.ts';

const nothing: Known = { entities: [], sources: new Map(), evidence: new Map(), texts: new Map() };

/** What the checks of citations find in a text, by rule; those of style that are off only where they are asked for. */
export function examined(text: string, facts: Partial<TextFacts> & { asked?: boolean } = {}): Finding[] {
  const { asked, ...more } = facts;
  const checked = new CheckedText({
    documentId: 'd',
    text,
    mediaType: 'text/x-wiki',
    language: 'en',
    ...more,
  });
  return citationRules
    .filter(rule => asked || !rule.asked)
    .flatMap(rule => [...rule.examine(checked, [], nothing)]);
}

/** "severity rule: quote & quote <> quote" for each finding. */
export const said = (finding: Finding): string =>
  `${finding.severity} ${finding.rule}: ${finding.sides
    .map(({ spans }) => spans.map(span => span.quote).join(' & '))
    .join(' <> ')}`;
