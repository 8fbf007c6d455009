import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { detectors } from '../../../shared/detectors/registry.ts';

/** Pieces that are hard to go through where a text consists of nothing else. */
export const hostile: readonly string[] = [
  ...[
    '(',
    '[[',
    '{{',
    '<ref',
    "'''",
    'A ',
    'Ann Lee, ',
    '* A\n',
    '* Ann Lee, x\n',
    '1. ',
    'A.',
    'of the ',
    '"',
    '«',
    'A – ',
  ],
  ...[
    '\n',
    ' ',
    'a, b ',
    'Party of ',
    '|a=',
    'the A and ',
    'president ',
    'such as ',
    'партия «',
    'A\n\n',
    "'''A:''' * ",
  ],
];

/** Goes through a text of one piece again and again with everything that detectors have. */
export function goThrough(piece: string, length: number): void {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const checked = new CheckedText({ documentId: 'd', text, mediaType: 'text/x-wiki', language: 'en' });
  for (const detector of detectors) for (const _ of detector.detect(checked));
}
