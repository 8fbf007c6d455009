import { Unextractable } from '../../extractor.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const AS_WORD = 'save it as "Word Document (.docx)", and add that.';
const AS_CSV = 'save the sheet as "CSV UTF-8 (.csv)", and add that.';
const AS_PDF = 'save it as PDF, and add that.';

/** Signs at the beginning of other programs' files that are zip archives. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [
    /mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
    `This is an OpenDocument text (.odt), which is not read. Open it in LibreOffice or Word, ${AS_WORD}`,
  ],
  [
    /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/,
    `This is an OpenDocument spreadsheet (.ods), which is not read. Open it in LibreOffice or Excel, ${AS_CSV}`,
  ],
  [
    /mimetypeapplication\/vnd\.oasis\.opendocument/,
    `This is an OpenDocument file that is no text, which is not read. Open it in LibreOffice, ${AS_PDF}`,
  ],
];
const SHEET = `This is an Excel workbook, which is not read. Open it in Excel or LibreOffice, ${AS_CSV}`;
const SLIDES = `This is a presentation, which is not read. Open it in PowerPoint or LibreOffice, ${AS_PDF}`;
const DOC = `This is a document of Word 97–2003 (.doc), which is not read. Open it in Word or LibreOffice, ${AS_WORD}`;
const RTF = `This is an RTF file, which is not read. Open it in Word or LibreOffice, ${AS_WORD}`;
const LOCKED =
  'This file is protected with a password. Open it in the program that made it, take the password off (in Word: File, Info, Protect Document, Encrypt with Password), save it, and add it again.';

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** @returns why a file of an office program that is no `.docx` is not read, and how to convert it; undefined for others */
export function otherOffice(bytes: Uint8Array): string | undefined {
  const beginning = latin(bytes.subarray(0, 4096));
  if (beginning.startsWith('{\\rtf')) return RTF;
  if (OLE.every((byte, i) => bytes[i] === byte)) return compound(latin(bytes));
  if (!beginning.startsWith('PK\u0003\u0004')) return undefined;
  return PACKAGES.find(([sign]) => sign.test(beginning))?.[1];
}

/** The names of a compound file's streams stand in it in UTF-16. */
function compound(text: string): string {
  const holds = (name: string): boolean => text.includes([...name].join('\0'));
  if (holds('EncryptedPackage')) return LOCKED;
  if (holds('Workbook')) return SHEET;
  if (holds('PowerPoint Document')) return SLIDES;
  return DOC;
}

/** @throws Unextractable where a package of Microsoft Office is no text: a workbook, a presentation */
export function requireText(names: readonly string[]): void {
  if (names.some(name => /^word\//.test(name))) return;
  if (names.some(name => /^xl\//.test(name))) throw new Unextractable(SHEET);
  if (names.some(name => /^ppt\//.test(name))) throw new Unextractable(SLIDES);
}
