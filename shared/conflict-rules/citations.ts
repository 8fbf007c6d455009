import type { CitationCheck, Defect } from '../citations/checks/check.ts';
import { citationChecks } from '../citations/checks/registry.ts';
import type { CheckedText } from '../detectors/checked-text.ts';
import type { Span } from '../text/text-like.ts';
import type { Finding, FoundSpan } from './finding.ts';
import type { TextRule } from './rule.ts';

/** The checks of citations as rules: each looks at one text. */
export const citationRules: readonly TextRule[] = citationChecks.map(check => {
  const { id, version, kind, severity, label } = check;
  return {
    ...{ id, version, kind, severity, label },
    ...(check.asked ? { asked: check.asked } : {}),
    compares: 'texts',
    reads: 'text',
    examine: text => findingsOf(check, text),
  };
});

function* findingsOf(check: CitationCheck, text: CheckedText): Generator<Finding> {
  const seen = new Map<string, number>();
  for (const defect of check.find(text)) {
    const about = [check.id, text.documentId, ...defect.about].map(part => part.slice(0, 200)).join('\u001f');
    // The same defect in several places is told apart by its turn.
    const turn = (seen.get(about) ?? 0) + 1;
    seen.set(about, turn);
    yield findingOf(check, defect, text, turn === 1 ? about : `${about}\u001f${turn}`);
  }
}

function findingOf(check: CitationCheck, defect: Defect, checked: CheckedText, key: string): Finding {
  const { documentId, text } = checked;
  const spanOf = ({ start, end }: Span): FoundSpan => ({
    ...{ documentId, start, end, quote: text.slice(start, end) },
    type: 'citation',
  });
  return {
    rule: check.id,
    kind: check.kind,
    severity: defect.severity ?? check.severity,
    message: defect.message,
    given: defect.given,
    sides: defect.sides.map(({ value, spans }) => ({ value, spans: spans.map(spanOf) })),
    grounds: defect.grounds ?? [],
    key,
    ...(defect.edits ? { repair: { documentId, edits: defect.edits } } : {}),
    ...(defect.lost ? { lost: defect.lost.map(spanOf) } : {}),
  };
}
