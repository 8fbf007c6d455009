const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATHS = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const DRAWING = new Set([
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
]);
const PICTURE = new Set([
  'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'http://purl.oclc.org/ooxml/drawingml/picture',
  'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'http://purl.oclc.org/ooxml/drawingml/chart',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  'http://purl.oclc.org/ooxml/drawingml/diagram',
]);
const VML = 'urn:schemas-microsoft-com:vml';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

interface Named {
  readonly uri: string;
  readonly local: string;
}

/** @returns an element's name with the usual prefix of what is used here of Word's formats, in whichever of its two dialects; the bare name for others */
export function nameOf({ uri, local }: Named): string {
  if (WORD.has(uri)) return `w:${local}`;
  if (MATHS.has(uri)) return `m:${local}`;
  if (DRAWING.has(uri)) return `wp:${local}`;
  if (PICTURE.has(uri)) return `picture:${local}`;
  if (uri === VML) return `v:${local}`;
  if (uri === COMPATIBILITY) return `mc:${local}`;
  return local;
}

/** @returns the value of an element's attribute `w:val` */
export function valOf(tag: {
  readonly attributes: Readonly<Record<string, { local: string; uri: string; value: string }>>;
}): string | undefined {
  return attributeOf(tag, 'val');
}

/** @returns the value of an attribute in the namespace of WordprocessingML */
export function attributeOf(
  tag: {
    readonly attributes: Readonly<Record<string, { local: string; uri: string; value: string }>>;
  },
  name: string,
): string | undefined {
  for (const { local, uri, value } of Object.values(tag.attributes))
    if (local === name && WORD.has(uri)) return value;
  return undefined;
}

/** Whether a switch such as `w:vanish` is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}
