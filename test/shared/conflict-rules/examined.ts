import { examine } from '../../../shared/conflict-rules/engine.ts';
import type { Finding } from '../../../shared/conflict-rules/finding.ts';
import type { Known } from '../../../shared/conflict-rules/known.ts';
import { mentionsOfSuggestions } from '../../../shared/conflict-rules/mentions-of.ts';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';

export const nothingKnown: Omit<Known, 'texts'> = { entities: [], sources: new Map(), evidence: new Map() };

/** A text as rules see it; what looks like wikitext is taken for that. */
export function textOf(text: string, language: string, documentId = 'a'): CheckedText {
  return new CheckedText({
    documentId,
    text,
    language,
    mediaType: /\{\{|\[\[|<ref/.test(text) ? 'text/x-wiki' : 'text/plain',
  });
}

/** What the rules find in texts of one language by what is suggested in them. */
export function findingsIn(language: string, ...texts: readonly string[]): readonly Finding[] {
  const checked = texts.map((text, i) => textOf(text, language, `text ${i + 1}`));
  return examine(
    checked,
    checked.flatMap(text => mentionsOfSuggestions(suggest(text))),
    nothingKnown,
  );
}

export const quotesOf = (finding: Finding): string[] =>
  finding.sides.flatMap(({ spans }) => spans.map(({ quote }) => quote));
