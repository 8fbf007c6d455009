/** As much of a file as is looked at to tell what it is, in bytes. */
const BEGINNING = 8192;

/**
 * @param beginning of a file in an encoding that holds ASCII, or in UTF-16
 * @returns what markup begins with, behind a byte order mark, white space, comments and the XML declaration; one
 * character a byte, those of UTF-16 without their zeros
 */
export function markupStart(beginning: Uint8Array): string {
  const signs = Buffer.from(beginning.subarray(0, BEGINNING)).toString('latin1').replaceAll('\0', '');
  let at = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?/.exec(signs)![0].length;
  for (;;) {
    while (/\s/.test(signs.charAt(at))) at++;
    const end = signs.startsWith('<!--', at) ? '-->' : signs.startsWith('<?', at) ? '>' : undefined;
    if (end === undefined) return signs.slice(at);
    const found = signs.indexOf(end, at + 2);
    if (found < 0) return '';
    at = found + end.length;
  }
}
