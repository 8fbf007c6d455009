import fc from 'fast-check';

const pieces = [
  ...['a', 'b', 'not', 'Luis', 'Lois', 'Pérez', 'Pe\u0301rez', '12', '4,200', 'don’t', "don't"],
  ...[' ', '  ', '\u00a0', '\n', '\n\n', '\r\n', '\r', '\t', '\u200b', '\u2028', '\ufeff'],
  ...['.', ',', '"', '“', '—', '-', '* ', '|'],
  ...['👩‍👩‍👧', '🇨🇭', '😀', '☺\ufe0f', '𝟙', '\ud83d', '\ude00', '\u0301', '\u200d'],
  ...['שלום', 'عَرَبِي', 'जन्म', '在尊严', 'ไทย', '각', '\u1100\u1161'],
];

/** Texts of few words, with all that is hard about letters. */
export const hardTexts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(''));
