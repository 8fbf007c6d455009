import fc from 'fast-check';

/** What is hard to divide: marks, emoji, right to left, scripts without spaces, line ends, what cannot be seen. */
const bits = [
  'a',
  'b',
  'Luis',
  'Lois',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '.',
  'é',
  'e\u0301',
  '\u0301',
  'а',
  '\u00a0',
  '\u200d',
  '\u00ad',
  '👩‍👩‍👧',
  '🇪🇸',
  '中国',
  '共产党',
  'สวัสดี',
  'ครับ',
  'السلام',
  'ש',
  '\u0600',
  '각',
  'ᄀ',
  '“',
  '"',
  '\ud83d',
];

/** Two texts that have much in common, or nothing. */
export const pairs = fc
  .tuple(
    fc.array(fc.constantFrom(...bits), { maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(40), fc.nat(3), fc.constantFrom(...bits)), { maxLength: 6 }),
  )
  .map(([parts, edits]) => {
    const edited = [...parts];
    for (const [at, out, put] of edits) edited.splice(at, out, put);
    return [parts.join(''), edited.join('')] as const;
  });
