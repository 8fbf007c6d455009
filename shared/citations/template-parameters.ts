/** A template's name and its parameters, keys in lower case; positional ones are counted from "1". */
interface Template {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Takes the first template of the text apart. Bars inside nested templates and links do not separate parameters.
 * @returns undefined where the text has no template; one that is not closed ends with the text
 */
export function readTemplate(text: string): Template | undefined {
  const start = text.indexOf('{{');
  if (start < 0) return undefined;
  const parts: string[] = [];
  let from = start + 2;
  let depth = 0;
  let i = from;
  for (; i < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (pair === '{{' || pair === '[[') {
      depth++;
      i++;
    } else if (pair === '}}' || pair === ']]') {
      if (depth === 0 && pair === '}}') break;
      depth = Math.max(0, depth - 1);
      i++;
    } else if (text[i] === '|' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from, i));
  return { name: parts[0]!.trim().toLowerCase(), parameters: named(parts.slice(1)) };
}

function named(parts: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  let position = 0;
  for (const part of parts) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? String(++position) : part.slice(0, equals).trim().toLowerCase();
    const value = part.slice(equals + 1).trim();
    if (value !== '') parameters.set(key, value);
  }
  return parameters;
}
