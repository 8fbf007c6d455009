import type { CheckedText } from '../../detectors/checked-text.ts';
import type { Span } from '../../text/text-like.ts';

/** A note printed in plain words, or the number in the text that points at one. */
export interface PlainNote extends Span {
  readonly kind: 'footnote' | 'mark';
  /** Its number, letter or name, without brackets. */
  readonly number: string;
  /** Where its words begin, behind number and links back; of a mark its end. */
  readonly words: number;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** "1. ^ a b ", "^ ", "[1] ", "[^name]: ", "¹ " at the beginning of a line. */
const PRINTED =
  /^[ \t]{0,20}(?:(\d{1,4})\.?[ \t]{0,4}[\^↑](?:[ \t]*Jump up(?: to)?:?|[ \t]*Перейти(?: обратно| к)?:?)?|([\^↑])(?=[ \t])|\[(\d{1,4})\](?=[ \t]+\S)|\[\^([^\s\]]{1,60})\]:|([⁰¹²³⁴-⁹]{1,3})(?=[ \t]?\p{L}))[ \t]*/u;
const NUMBERED = /^[ \t]{0,20}(\d{1,4})[.)][ \t]+(?=\S)/;
const LINKS_BACK =
  /^(?:[a-zа-е](?:,?[ \t]+)(?=[a-zа-е][, \t]|[(\p{Lu}«"“\d[])|\d\.\d[ \t]+|1(?:[ \t]\d{1,2}){1,20}[ \t]+)*/u;
const MARK =
  /\[(?:\^([^\s\]]{1,60})|(\d{1,4})|([a-z])|(?:note|nb|n|прим\.?|nota|Anm\.?) ?(\d{1,4}))\]|[⁰¹²³⁴-⁹]{1,3}/gu;
/** What lists of sources are headed by. */
const HEADING =
  /^[#=*\s\d.]*(?:references?|notes?(?: and references)?|footnotes|endnotes|sources|citations|bibliography|works cited|referencias|notas|fuentes|bibliografía|références|notes et références|bibliographie|note|riferimenti|fonti|bibliografia|referências|fontes|einzelnachweise|fußnoten|anmerkungen|quellen|literatur|примечания|источники|ссылки|сноски|литература|примітки|джерела|посилання|przypisy|źródła|bibliografija|напомене|извори|референце|izvori|reference|napomene|bilješke|literatura)(?:\s*\[?(?:edit|редактировать|править|modifier|editar|modifica|bearbeiten)\]?)?[\s:=*]*$/iu;

/** Finds footnotes in plain words and the marks that point at them, in the order of the text; none in wikitext. */
export function plainNotesOf({ text, mediaType }: CheckedText): PlainNote[] {
  if (mediaType === 'text/x-wiki') return [];
  const footnotes = footnotesOf(text);
  return [...footnotes, ...marksOf(text, footnotes, mediaType === 'text/markdown')].sort(
    (a, b) => a.start - b.start,
  );
}

function footnotesOf(text: string): PlainNote[] {
  const found: PlainNote[] = [];
  let isListed = false;
  let unnumbered = 0;
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const next = stop < 0 ? text.length : stop + 1;
    const line = text.slice(start, Math.min(next, start + 6_000)).trimEnd();
    const printed = PRINTED.exec(line) ?? (isListed ? NUMBERED.exec(line) : null);
    if (printed && line.length > printed[0].length) {
      const number = printed[2] ? String(++unnumbered) : printed.slice(1).find(one => one !== undefined)!;
      const head = printed[0].length;
      const back = /[\^↑]/.test(printed[0])
        ? (LINKS_BACK.exec(line.slice(head, head + 100))?.[0].length ?? 0)
        : 0;
      const indent = line.length - line.trimStart().length;
      found.push({
        kind: 'footnote',
        number: plainDigits(number),
        start: start + indent,
        end: start + line.length,
        words: start + head + back,
      });
    } else if (line.length <= 60 && HEADING.test(line)) isListed = true;
    else if (line.trim() !== '') isListed = false;
    start = next;
  }
  return found;
}

function marksOf(text: string, footnotes: readonly PlainNote[], isMarkdown: boolean): PlainNote[] {
  const numbers = new Set(footnotes.map(note => note.number));
  const found: PlainNote[] = [];
  let next = 0;
  for (const match of text.matchAll(MARK)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < footnotes.length && footnotes[next]!.end <= start) next++;
    if (next < footnotes.length && footnotes[next]!.start <= start) continue;
    const number = plainDigits(match.slice(1).find(one => one !== undefined) ?? match[0]);
    const isSigned = match[0].startsWith('[');
    const isGlued = start > 0 && /[\p{L}\p{N}\p{P}]/u.test(text[start - 1]!) && text[start - 1] !== '[';
    if (number === '0' || (isMarkdown && /[(:[]/.test(text[end] ?? '') && !match[1])) continue;
    if (!numbers.has(number) && (!isSigned || !isGlued)) continue;
    found.push({ kind: 'mark', number, start, end, words: end });
  }
  // Without notes to point at they are marks only where they begin to count.
  const isCounted = footnotes.length > 0 || found.some(mark => mark.number === '1');
  return isCounted ? found : [];
}

const plainDigits = (number: string): string =>
  number.replace(/[⁰¹²³⁴-⁹]/g, digit => String(SUPERSCRIPTS.indexOf(digit)));
