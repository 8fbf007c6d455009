/** As much of a file as may stand before what it says of its encoding, in bytes. */
const BEGINNING = 4096;
const XML = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/**
 * What an HTML or XML file says of its own encoding: in its XML declaration, or in a `meta` element near its beginning.
 * Files with a byte order mark say it by that.
 * @returns a label, not necessarily one that is known
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  const label = XML.exec(beginning)?.[1] ?? META.exec(beginning.replace(COMMENT, ''))?.[1];
  // What can be read as ASCII is not UTF-16, whatever it says (HTML Standard, prescan).
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
