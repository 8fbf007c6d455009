import mammoth from 'mammoth';
import { checkXml } from '../../check-xml.ts';
import { Unextractable } from '../../extractor.ts';
import type { TextBuilder } from '../../text-builder.ts';
import type { Archive } from '../../unzip.ts';
import type { WordDocument } from './model.ts';
import { readNumbering } from './numbering.ts';
import { nothingUnshown, prepare, type Unshown } from './prepare.ts';
import { readStyles, type Styles } from './styles.ts';
import { type Parts, Writer } from './write.ts';

/** Parts with paragraphs, by their outermost element. */
const WITH_TEXT: Readonly<Record<string, keyof Parts>> = {
  document: 'document',
  footnotes: 'footnote',
  endnotes: 'endnote',
};

interface ReadDocument {
  readonly builder: TextBuilder;
  readonly raised: number;
  readonly struck: number;
  readonly unshown: Unshown;
  /** Symbols that have no character. */
  readonly symbols: number;
}

/**
 * Reads a Word document by mammoth, which is given only XML that was checked.
 * @param before whether the text is wanted as it was before its tracked changes
 * @throws Unextractable where it is broken
 */
export async function readDocument(archive: Archive, before: boolean): Promise<ReadDocument> {
  const styles = await stylesOf(archive);
  const unshown = nothingUnshown();
  const parts = {
    document: 'word/document.xml',
    footnote: 'word/footnotes.xml',
    endnote: 'word/endnotes.xml',
  };

  const prepared = new Map<string, string[]>();

  const read = async (name: string): Promise<string> => {
    const rest = prepared.get(name);
    if (rest) return rest.shift()!;
    const xml = await archive.text(name);
    const kind = WITH_TEXT[outermost(xml)];
    if (kind === undefined) {
      checkXml(xml, name);
      return xml;
    }
    parts[kind] = name;
    const part = prepare(xml, name, styles, before);
    for (const key of Object.keys(unshown) as (keyof Unshown)[]) unshown[key] += part.unshown[key];
    prepared.set(name, part.documents);
    return part.documents.shift()!;
  };
  const first = await byMammoth({ exists: name => archive.has(name) && !UNREAD.test(name), read });
  const numbering = readNumbering(await partNamed(archive, 'numbering'), 'word/numbering.xml');
  const writer = new Writer(first.document.notes, parts, numbering);
  let symbols = 0;
  for (let next: Read | undefined = first; next; ) {
    writer.add(next.document.children);
    symbols += next.messages.filter(({ message }) => message.includes('w:sym')).length;
    const more = (prepared.get(parts.document)?.length ?? 0) > 0;
    // Notes were read with the first; they belong to all.
    next = more
      ? await byMammoth({
          exists: name => archive.has(name) && !UNREAD.test(name) && !isNotes(name, parts),
          read,
        })
      : undefined;
  }
  return { ...writer.finish(), unshown, symbols };
}

/** Comments are left out, and no document maps its own styles. */
const UNREAD = /(?:^|\/)comments[^/]*\.xml$|^mammoth\//;

const isNotes = (name: string, { footnote, endnote }: Parts): boolean =>
  name === footnote || name === endnote;

interface Files {
  exists(name: string): boolean;
  read(name: string): Promise<string>;
}

interface Read {
  readonly document: WordDocument;
  readonly messages: readonly { readonly message: string }[];
}

async function byMammoth(file: Files): Promise<Read> {
  let document: WordDocument | undefined;
  try {
    // Besides bytes mammoth takes files by their names, which its types do not tell.
    const { messages } = await mammoth.convertToHtml({ file } as never, {
      externalFileAccess: false,
      transformDocument(read: WordDocument) {
        document = read;
        return { ...read, children: [] };
      },
    });
    return { document: document!, messages };
  } catch (error) {
    if (error instanceof Unextractable) throw error;
    if (/main document part/.test((error as Error).message))
      throw new Unextractable(
        'This is no Word document: the part with its text is missing. Open it in the program that made it, save it as "Word Document (.docx)", and add that.',
      );
    throw new Unextractable(
      `This Word document is damaged (${(error as Error).message.replace(/[.?\s]+$/, '')}). Open it in Word, save it anew, and add it again.`,
    );
  }
}

/** @returns the local name of the outermost element; nothing is checked yet */
const outermost = (xml: string): string => /<(?:[^\s<>/!?:]+:)?([^\s<>/!?:]+)/.exec(xml)?.[1] ?? '';

async function stylesOf(archive: Archive): Promise<Styles> {
  const xml = await partNamed(archive, 'styles');
  return xml === undefined ? { of: () => ({}) } : readStyles(xml, 'word/styles.xml');
}

async function partNamed(archive: Archive, name: string): Promise<string | undefined> {
  const part = `word/${name}.xml`;
  return archive.has(part) ? archive.text(part) : undefined;
}
