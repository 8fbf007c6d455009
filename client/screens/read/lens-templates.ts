import type { Parameter, Template } from '../../../shared/markup/markup.ts';
import { dateFormat } from '../../../shared/values/formatters.ts';
import { locale } from '../../localize/locale.ts';

/** How a template is shown in reading: by words in the text, as its own value, as fields, or by its name. */
export type TemplateLook =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'value'; readonly value: Parameter }
  | {
      readonly kind: 'fields';
      readonly fields: readonly Field[];
      readonly rest: number;
      readonly empty: number;
    }
  | { readonly kind: 'inline'; readonly words: string }
  | { readonly kind: 'name' };

/** A parameter of an infobox that is shown. */
export interface Field {
  readonly label: string;
  readonly value: Parameter['value'];
}

const DATE = /^(?:start|end|birth|death|release|launch)?[ _-]?date\b/i;
/** Templates that only set their words in another type, by the parameter that holds them. */
const WRAPPERS: readonly [RegExp, string][] = [
  [/^lang(?:-[a-z]+)?$/i, '2'],
  [/^(?:nowrap|nobr|small|big|nobold|noitalic|abbr|tooltip)$/i, '1'],
];
const FLAG = /^(?:flag ?icon|flag|flag ?country|flagu|flagdeco)(?: image)?$/i;
/** Parameters of infoboxes that say how something looks. */
const LOOKS =
  /^(?:logo|image|colou?r|flag|map|signature|embed|module|child)|(?:size|width|upright|alt|caption|code|class|style)$/i;
const LONGEST_LABEL = 48;

/** @param textOf the raw words of a stretch */
export function lookOf(template: Template, textOf: (span: Parameter['value']) => string): TemplateLook {
  const { name, parameters } = template;
  const value = (wanted: string) => parameters.find(parameter => parameter.name === wanted);
  const words = (wanted: string) => {
    const found = value(wanted);
    return found ? textOf(found.value) : '';
  };
  if (/^infobox\b/i.test(name)) return { kind: 'fields', ...fieldsOf(parameters, textOf) };
  if (DATE.test(name)) {
    const date = sayDate([words('1'), words('2'), words('3')]);
    if (date) return { kind: 'words', words: date };
  }
  if (/^(?:url|official website)$/i.test(name) && value('1')) return { kind: 'value', value: value('1')! };
  for (const [pattern, parameter] of WRAPPERS) {
    const found = pattern.test(name) ? (value(parameter) ?? value('1')) : undefined;
    if (found) return { kind: 'value', value: found };
  }
  if (FLAG.test(name)) {
    const country = words('1');
    return { kind: 'inline', words: country === '' || /\.(?:svg|png|jpe?g)$/i.test(country) ? '⚑' : country };
  }
  return { kind: 'name' };
}

/** "27 April 2026" of a year, month and day in figures; undefined where they are not. */
function sayDate([year, month, day]: readonly string[]): string | undefined {
  if (!/^\d{4}$/.test(year!)) return undefined;
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12)) return year;
  const hasDay = d >= 1 && d <= 31;
  const style: Intl.DateTimeFormatOptions = hasDay
    ? { dateStyle: 'long' }
    : { year: 'numeric', month: 'long' };
  return dateFormat(locale(), style).format(Date.UTC(Number(year), m - 1, hasDay ? d : 1));
}

function fieldsOf(parameters: readonly Parameter[], textOf: (span: Parameter['value']) => string) {
  const titles = new Map<string, string>();
  for (const { name, value } of parameters)
    if (/_title$/.test(name)) titles.set(name.replace(/_title$/, ''), textOf(value));
  const fields: Field[] = [];
  let rest = 0;
  let empty = 0;
  for (const { name, value } of parameters) {
    if (/_title$/.test(name)) continue;
    if (value.start === value.end) empty++;
    if (value.start === value.end || LOOKS.test(name) || /^\d+$/.test(name)) rest++;
    else fields.push({ label: titles.get(name.replace(/_name$/, '')) || labelOf(name), value });
  }
  return { fields, rest, empty };
}

/** "Leader" of `leader1_name`. */
function labelOf(name: string): string {
  const words = name
    .replace(/_name$/, '')
    .replace(/\d+$/, '')
    .replaceAll('_', ' ')
    .trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, LONGEST_LABEL);
}
