/** What has a meaning of its own in cells, longest first. */
const RESERVED = /->|[\\[\]|_;*]/g;

/** @returns a value as a cell has it */
export function escapeCell(text: string): string {
  return text
    .replace(RESERVED, '\\$&')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** @returns a line of a sentence as it stands after `#Text=` */
export function escapeLine(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
}

/** @returns what an escaped cell or line says */
export function unescaped(text: string): string {
  return text.replace(/\\(->|[\s\S])/g, (_, what: string) =>
    what === 't' ? '\t' : what === 'n' ? '\n' : what === 'r' ? '\r' : what,
  );
}

/** @returns the parts of a cell between separators that are not escaped */
export function splitCell(text: string, separator: '|' | ';'): string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === separator) {
      parts.push(part);
      part = '';
    } else if (text[i] === '\\') part += text[i]! + (text[++i] ?? '');
    else part += text[i];
  }
  return [...parts, part];
}

/** @returns a stacked value apart from its disambiguation id: `PER[1]` */
export function valueAndId(text: string): { value: string; id?: string } {
  const match = /^([\s\S]*?)(?<!\\)\[(\d+)\]$/.exec(text);
  return match ? { value: match[1]!, id: match[2]! } : { value: text };
}
