import type { CheckedText } from '../../detectors/checked-text.ts';
import type { Span } from '../../text/text-like.ts';
import { wordKey } from '../../values/folded.ts';
import { prepareName } from '../../values/names/compare/prepare.ts';
import { tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { isTelling } from '../text/names.ts';

/** What parameters of infoboxes and rows of flattened ones call whoever stands at the head: en es fr it pt de ru uk pl sr hr. */
const LEADERS =
  /^(?:leader|president|chair(?:man|woman|person)?|general[ _]secretary|secretary[ _-]general|secretary|director|head|founder|ceo|coordinator|líder|lider|presidente|presidenta|secretari[oa]|directora?|fundadora?|président|présidente|secrétaire|directeur|fondateur|segretari[oa]|direttore|fondatore|secretári[oa]|diretora?|vorsitzende[r]?|präsident|gründer|generalsekretär|лидер|председатель|президент|генеральный секретарь|директор|руководитель|глава|основатель|лідер|голова|керівник|засновник|przewodniczący|prezes|prezydent|dyrektor|założyciel|predsednik|predsjednik|direktor|osnivač|председник|оснивач)(?:\d*[ _]?name|\d*)$/iu;
/** A row in which the name of an office is run together with the name of its holder: "LeaderMaria Rossi", "Leader: Maria Rossi". */
const ROW =
  /^([\p{Lu}][\p{Ll}]{3,20}(?: [\p{Ll}]{3,12})?)[ \t]*[:：\t]?[ \t]*((?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*){1,4})$/u;
const LONGEST_ROW = 90;
const FEWEST_ROWS = 2;

/** Somebody stands at the head of an infobox whom the text does not speak of. */
export const leaderAlone: TextRule = {
  id: 'leader-alone',
  version: 1,
  kind: 'role-mismatch',
  severity: 'info',
  label: 'Leaders in an infobox of whom the text does not speak',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    for (const { office, start, end } of [...inTemplates(text), ...inRows(text)]) {
      const name = text.text.slice(start, end);
      const words = prepareName(name, { bearer: 'person' }).tokens.filter(isTelling);
      if (words.length < 2 || words.length > 6 || name.length > 80) continue;
      const last = wordKey(words.at(-1)!.text);
      if (isElsewhere(text, last, { start, end })) continue;
      yield found(leaderAlone, {
        message: `${name} is named as ${office} at the head of the text, and nowhere else in it`,
        given: { name, office },
        sides: [{ value: name, spans: [spanAt(text, start, end)] }],
        grounds: [
          speaksFor('leader-alone.nowhere', `“${words.at(-1)!.text}” stands nowhere else`, {
            word: words.at(-1)!.text,
          }),
          speaksAgainst('leader-alone.short', 'The text may be too short to speak of everybody'),
        ],
        key: `leader-alone|${name.toLowerCase()}`,
      });
    }
  },
};

interface Leader extends Span {
  readonly office: string;
}

function* inTemplates(text: CheckedText): Iterable<Leader> {
  for (const span of text.markup) {
    if (span.kind !== 'template' || !/^infobox|^ficha|^карточка|^карточка|^taxobox|^info/i.test(span.name))
      continue;
    for (const { name, value } of span.parameters) {
      if (!LEADERS.test(name) || value.end <= value.start) continue;
      const raw = text.text.slice(value.start, Math.min(value.end, value.start + 200));
      const link = /^\[\[(?:[^|\]]{0,100}\|)?([^|\]]{1,100})\]\]/.exec(raw);
      const start = value.start + (link ? link[0].lastIndexOf(link[1]!) : 0);
      const length = link ? link[1]!.length : (/^[\p{L} .’'-]{3,80}/u.exec(raw)?.[0].trimEnd().length ?? 0);
      if (length > 0)
        yield { office: name.replace(/[\d_]+|name$/g, ' ').trim() || name, start, end: start + length };
    }
  }
}

function* inRows(text: CheckedText): Iterable<Leader> {
  if (text.markup.length > 0) return;
  const leaders: Leader[] = [];
  let rows = 0;
  for (const line of text.text.slice(0, 5000).matchAll(/[^\n\r]+/g)) {
    const words = line[0].trim();
    if (words.length > LONGEST_ROW) continue;
    if (/^\p{Lu}[\p{Ll} ]{2,28}[\p{Ll}]\p{Lu}/u.test(words) || /^\p{Lu}[\p{L} ]{2,28}[:\t]\s*\S/u.test(words))
      rows++;
    const row = ROW.exec(words);
    if (!row || !LEADERS.test(row[1]!.trim())) continue;
    const start = line.index + line[0].lastIndexOf(row[2]!);
    leaders.push({ office: row[1]!.trim(), start, end: start + row[2]!.length });
  }
  if (rows >= FEWEST_ROWS) yield* leaders;
}

function isElsewhere(text: CheckedText, word: string, own: Span): boolean {
  return text.once(findWords).some(one => one.key === word && (one.end <= own.start || one.start >= own.end));
}

const findWords = (text: CheckedText) => tokensOf(text.text).filter(({ kind }) => kind === 'word');
