import type { Template } from '../../markup/markup.ts';
import type { Span } from '../../text/text-like.ts';
import { wordKey } from '../../values/folded.ts';
import { Sight } from '../../values/lists/sight.ts';
import { ands } from '../../values/lists/signs.ts';
import type { CheckedText } from '../checked-text.ts';
import { findRows } from './rows.ts';
import { findSeen } from './seen.ts';

/** What a field of an infobox says of what it is about. */
type FieldKind = 'person' | 'body';

/** A part of a field's value: one name. Offsets of the raw text. */
interface InfoField extends Span {
  readonly kind: FieldKind;
  /** What the field is called to readers: "Leader", "Regional Coordinator". */
  readonly label: string;
  readonly words: string;
}

const INFOBOX = /infobox|^(?:ficha|info\/|karta|картка|карточка|taxobox|inforuta|infocaseta)/i;
const PERSON =
  /(?:leader|president|chair|secretary|founder|director|coordinator|spokes|^head|ceo|editor|key.?people|lider|presidente|secretari|fundador|director|portavoz|dirigeant|président|secrétaire|fondateur|directeur|presidente|segretario|fondatore|direttore|vorsitz|generalsekret|gründer|leiter|лидер|глава|председатель|президент|руководитель|основатель|секретарь|лідер|голова|керівник|засновник|przewodnicz|prezes|założyciel|predsednik|predsjednik|osnivač|tajnik|sekretar|председник|оснивач|секретар)/iu;
const BODY =
  /(?:affiliation|international$|^parent|member.?of|split.?from|merged.?into|merger.?of|succe(?:eded|ss)|preced|youth.?wing|afiliaci|internacional$|filiación|affilia|internazionale$|mitgliedschaft|членство|объединени|членство|międzynarod|međunarodn)/iu;
const NO_NAME =
  /(?:title|date|caption|image|logo|alt|size|year|color|colour|link|website|count|number|titulo|título|datum|дата|foto|photo|bild|name_native|_since|term)/iu;
/** Labels of tables that lost their lines: the words before the value, in what is seen. */
const ROW_LABEL =
  /^(Leaders?|President|Chair(?:man|woman|person)?|General Secretary|Secretary-General|Secretary|Founders?|Director|Spokesperson|Coordinator|Key people|International affiliation|Affiliation|Parent organi[sz]ation|Líder|Presidente|Presidenta|Secretario general|Fundador|Fundadora|Directora?|Portavoz|Afiliación internacional|Président|Présidente|Secrétaire général|Fondateur|Directeur|Porte-parole|Affiliation internationale|Segretario|Fondatore|Direttore|Affiliazione internazionale|Vorsitzender?|Generalsekretär|Gründer|Лидер|Председатель|Президент|Основатель|Генеральный секретарь|Руководитель|Лідер|Голова|Засновник|Przewodniczący|Prezes|Założyciel|Lider|Predsednik|Predsjednik|Osnivač|Председник|Оснивач)(?:[\t ]*[:|][\t ]*|\t+|(?=\p{Lu}\p{Ll}))/u;
const LONGEST_VALUE = 1_000;
const LONGEST_ROW = 160;
const PARTS = new RegExp(String.raw`[\n•·;]+|,\s+(?=\p{Lu})|\s+(?:${ands}|i)\s+(?=\p{Lu})`, 'gu');

/** The fields of infoboxes that name people and bodies, in text order. */
export function findFields(text: CheckedText): readonly InfoField[] {
  const found: InfoField[] = [];
  for (const span of text.markup)
    if (span.kind === 'template' && INFOBOX.test(span.name)) found.push(...inTemplate(text.text, span));
  found.push(...inRows(text));
  return found.sort((a, b) => a.start - b.start);
}

function* inTemplate(raw: string, { parameters }: Template): Iterable<InfoField> {
  const values = new Map(parameters.map(({ name, value }) => [name.toLowerCase(), value]));
  for (const { name, value } of parameters) {
    const key = name.toLowerCase();
    const kind = kindOf(key);
    if (!kind || NO_NAME.test(key) || value.end <= value.start || value.end - value.start > LONGEST_VALUE)
      continue;
    const title = values.get(`${key.replace(/_?name$/, '')}_title`);
    const label = title && title.end > title.start ? raw.slice(title.start, title.end) : said(name);
    yield* partsOf(raw, value, kind, label);
  }
}

const kindOf = (key: string): FieldKind | undefined =>
  PERSON.test(key) ? 'person' : BODY.test(key) ? 'body' : undefined;

/** A parameter's name as words: "general_secretary1" as "General secretary". */
function said(name: string): string {
  const words = name
    .replace(/\d+$/, '')
    .replaceAll('_', ' ')
    .replace(/ name$/, '')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function* inRows(text: CheckedText): Iterable<InfoField> {
  const view = text.once(findSeen);
  for (const row of text.once(findRows)) {
    if (row.bullet || row.heading !== undefined || row.end - row.start > LONGEST_ROW) continue;
    const words = view.text.slice(row.start, row.end);
    const label = ROW_LABEL.exec(words);
    if (!label || label[0].length === words.length) continue;
    const kind = kindOf(wordKey(label[1]!)) ?? kindOf(label[1]!.toLowerCase());
    if (!kind || /[.!?]\s/.test(words) || words.split(/\s+/).length > 14) continue;
    yield* partsOf(
      text.text,
      view.raw({ start: row.start + label[0].length, end: row.end }),
      kind,
      label[1]!,
    );
  }
}

/** The names in a value, one by one: lines, commas, "and" between them. */
function* partsOf(raw: string, value: Span, kind: FieldKind, label: string): Iterable<InfoField> {
  const sight = new Sight(raw.slice(value.start, value.end));
  const cuts = [...sight.text.matchAll(PARTS)];
  let from = 0;
  for (const cut of [...cuts, undefined]) {
    const part = nameIn(sight.text, from, cut?.index ?? sight.text.length);
    from = cut ? cut.index + cut[0].length : from;
    if (!part) continue;
    const { start, end } = sight.raw(part);
    yield {
      start: value.start + start,
      end: value.start + end,
      kind,
      label,
      words: sight.text.slice(part.start, part.end),
    };
  }
}

/** A name without the years or remarks in brackets behind it. */
function nameIn(text: string, start: number, end: number): Span | undefined {
  const bracket = text.indexOf(' (', start);
  let to = bracket >= 0 && bracket < end ? bracket : end;
  let from = start;
  while (from < to && /[\s*•]/u.test(text[from]!)) from++;
  while (to > from && /[\s,;:.]/u.test(text[to - 1]!) && !/\p{Lu}\.$/u.test(text.slice(to - 2, to))) to--;
  return /^\p{Lu}/u.test(text.slice(from, from + 2)) && to - from >= 2 ? { start: from, end: to } : undefined;
}
