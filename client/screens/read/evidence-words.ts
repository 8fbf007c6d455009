import { msg } from '@lit/localize';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import type { Fit, Stance } from '../../../shared/model/scales.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { sayRefusedAddress } from '../../localize/say-problem.ts';
import type { EvidenceWords } from './gestures.ts';

/** What is wrong in a form, in which field, and how to mend it. */
export interface Mistake {
  readonly path: string;
  readonly says: string;
  readonly mend: string;
}

/** @returns what stands in a field of a form, without white space at its ends; undefined where nothing does */
export const textIn = (data: FormData, name: string): string | undefined =>
  String(data.get(name) ?? '').trim() || undefined;

/** Reads what a person says about a piece of evidence from the form; fields that are empty are left out. */
export function evidenceWords(data: FormData) {
  const text = (name: string) => textIn(data, name);
  return {
    stance: (text('stance') ?? 'supports') as Stance,
    ...(text('fit') ? { fit: text('fit') as Fit } : {}),
    ...(text('quote') ? { quote: text('quote')! } : {}),
    ...(text('locator') ? { locator: text('locator')! } : {}),
    ...(text('accessed') ? { accessed: text('accessed')! } : {}),
    ...(text('note') ? { note: text('note')! } : {}),
  } satisfies EvidenceWords;
}

/** @param archived the address of an archived copy, where one is given */
export function mistakesIn(words: EvidenceWords, archived: string | undefined): Mistake[] {
  const mistakes: Mistake[] = [];
  if (words.accessed && !/^\d{4}-\d{2}-\d{2}$/.test(words.accessed))
    mistakes.push({
      path: 'accessed',
      says: msg('This is not a day.'),
      mend: msg('Write it as 2026-04-27.'),
    });
  const safe = archived ? safeUrl(archived) : undefined;
  if (safe && 'refused' in safe)
    mistakes.push({ path: 'archivedUrl', says: sayRefusedAddress(safe), mend: '' });
  return mistakes;
}

/** @returns the members of a piece of evidence that the form says otherwise; undefined where it says nothing now */
export function changedWords(
  evidence: Evidence,
  words: EvidenceWords,
  archivedUrl: string | undefined,
): Partial<Evidence> {
  const all = {
    ...{ fit: undefined, quote: undefined, locator: undefined, accessed: undefined, note: undefined },
    attachments: undefined,
  };
  const archived = archivedUrl ? { ...evidence.archived, url: archivedUrl } : undefined;
  const next = Object.entries({ ...all, ...words, archived });
  return Object.fromEntries(
    next.filter(
      ([name, value]) => JSON.stringify(evidence[name as keyof Evidence]) !== JSON.stringify(value),
    ),
  ) as Partial<Evidence>;
}
