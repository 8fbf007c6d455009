import fc from 'fast-check';

/** Texts with everything that offsets can stumble over. */
export const awkwardText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('a', 'B', ' ', 'word ', 'é', 'ж', 'ا', 'ß', '“', '’') },
        { weight: 3, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\u0085', '\u2028', '\t', '\u00a0') },
        {
          weight: 3,
          arbitrary: fc.constantFrom('👩🏽‍⚖️', '🇧🇷', '𝔟', 'e\u0301', '\u0301', 'ก็', '\u200d', '가', 'ﬁ'),
        },
        { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\ude00', '\0') },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
      ),
      { maxLength },
    )
    .map(parts => parts.join(''));

/** A text and an offset somewhere in it, ends included. */
export const textAndOffset = (): fc.Arbitrary<[string, number]> =>
  awkwardText().chain(text => fc.tuple(fc.constant(text), fc.nat(text.length)));
