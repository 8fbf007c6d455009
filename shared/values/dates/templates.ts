/**
 * Reads the date of a wikitext date template: `{{start date and age|2026|4|27}}`, `{{birth date|df=yes|1950|1|2}}`.
 * @returns EDTF (not yet checked against the calendar), or undefined where the text is no such template
 */
export function dateTemplate(text: string): string | undefined {
  if (!text.startsWith('{{') || !text.endsWith('}}')) return undefined;
  const [name, ...parameters] = text.slice(2, -2).split('|');
  if (!/\b(date|dts)\b/i.test(name!)) return undefined;
  const numbers: string[] = [];
  for (const parameter of parameters.filter(one => !one.includes('='))) {
    if (!/^\s*\d{1,4}\s*$/.test(parameter) || numbers.length === 3) break;
    numbers.push(parameter.trim());
  }
  if (numbers[0]?.length !== 4) return undefined;
  return [numbers[0], ...numbers.slice(1).map(part => part.padStart(2, '0'))].join('-');
}
