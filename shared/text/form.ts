const SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4]/g;
const DOUBLE = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f\uff02]/g;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** What is there without being seen, and no part of a letter. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Forms of letters and signs that stand for the same letter: wide, joined, mathematical. */
const VARIANTS = /[\uff01-\uff5e\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu;
const ASCII = /^[\x21-\x7e]*$/;

/**
 * What is left of words when their form is taken away: letter case, the Unicode form, the kind of quotation marks,
 * dashes and spaces, soft hyphens. Accents stay, since they tell names apart; digits and signs stay too. Two texts
 * with one form say the same, letter for letter.
 */
export function formOf(text: string): string {
  if (ASCII.test(text)) return text.replaceAll('`', "'").toLowerCase();
  return text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(VARIANTS, letter => letter.normalize('NFKC'))
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"')
    .replace(DASH, '-')
    .replaceAll('\u2026', '...')
    .replaceAll('\u3002', '.')
    .replaceAll('\u3001', ',')
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}

/** A text's form, and where each of its UTF-16 units came from. */
export interface FormedText {
  readonly text: string;
  /** Offset in the original at which what became unit `i` begins; one more entry, for the end. */
  readonly origins: Uint32Array;
}

/** A visible ASCII character or other letter with the marks that belong to it, or a run of spaces. */
const PIECE = /[\s\u00ad\u200b\u2060\ufeff]+|[^\s\u00ad\u200b\u2060\ufeff]\p{M}*/gu;

/** The form of a long text, piece by piece, so that what is found in it can be found in the original. */
export function formText(text: string): FormedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    const form = formOf(piece);
    parts.push(form);
    for (let i = 0; i < form.length; i++) origins.push(at);
    at += piece.length;
  }
  origins.push(text.length);
  return { text: parts.join(''), origins: Uint32Array.from(origins) };
}
