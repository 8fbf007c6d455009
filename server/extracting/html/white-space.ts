/** Lists within one another are indented so far and no further. */
const DEEPEST_INDENT = 16;

/** @returns white space before a line within so many lists. */
export function indentation(depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST_INDENT));
}

/** White space that HTML collapses. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/** @returns a text with its white space as spaces. */
export function spaced(text: string): string {
  return text.replace(/[\t\n\r\f]/g, ' ');
}
