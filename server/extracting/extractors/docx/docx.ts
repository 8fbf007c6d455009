import { ownChoice } from '../../../../shared/derivation/own-values.ts';
import { type Extracted, type Extractor, type OriginalFile, Unextractable } from '../../extractor.ts';
import type { Archive } from '../../unzip.ts';
import { otherOffice, requireText } from './other-office.ts';
import { remarksOf } from './remarks.ts';

/** Reads Word documents; of other office files, and of those with a password, it says how to convert them. */
export const docx: Extractor = {
  id: 'docx',
  version: '1 (mammoth 1.13)',
  label: 'a Word document',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  endings: ['docx', 'docm', 'dotx', 'dotm'],
  reads: 'bytes',
  recognises(beginning, name) {
    if (otherOffice(beginning) !== undefined) return true;
    const start = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength).toString(
      'latin1',
    );
    if (!start.startsWith('PK')) return false;
    return (
      /\.(?:docx|docm|dotx|dotm|xlsx|xlsm|pptx|pptm)$/i.test(name ?? '') ||
      /PK\u0003\u0004[\s\S]{26}(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:word|xl|ppt|docProps)\/)/.test(
        start,
      )
    );
  },
  async extract({ bytes, name }: OriginalFile, options): Promise<Extracted> {
    const other = otherOffice(bytes);
    if (other !== undefined) throw new Unextractable(other);
    const { openArchive } = await import('../../unzip.ts');
    const archive = await openArchive(bytes);
    requireText(archive.names);
    const before = options.changes === 'before';
    const { readDocument } = await import('./read-document.ts');
    const { builder, raised, struck, unshown, symbols } = await readDocument(archive, before);
    const { text, derivation } = builder.build();
    if (text === '') throw new Unextractable(emptiness(unshown.pictures, name));
    const title = await titleOf(archive);
    const changed = unshown.changes > 0;
    return {
      text,
      derivation,
      options: changed ? { changes: before ? 'before' : 'accepted' } : {},
      choices: changed ? [ownChoice('changes', ['accepted', 'before'])] : [],
      ...(title === undefined ? {} : { title }),
      remarks: remarksOf({ ...unshown, raised, struck, symbols, before, margins: await marginsOf(archive) }),
    };
  },
};

function emptiness(pictures: number, name: string | undefined): string {
  const what = name === undefined ? 'This Word document' : `${name}`;
  return pictures > 0
    ? `${what} holds pictures but no text. If it was scanned, run text recognition on it first and add what that gives.`
    : `${what} holds no text.`;
}

/** The title among a document's properties, where somebody gave it one. */
async function titleOf(archive: Archive): Promise<string | undefined> {
  if (!archive.has('docProps/core.xml')) return undefined;
  const { checkXml } = await import('../../check-xml.ts');
  let title = '';
  let within = false;
  checkXml(await archive.text('docProps/core.xml'), 'docProps/core.xml', {
    open: ({ local }) => {
      within = local === 'title';
    },
    close: () => {
      within = false;
    },
    text: text => {
      if (within) title += text;
    },
  });
  title = title.replace(/\s+/g, ' ').trim();
  return title === '' || /^(?:Microsoft Word|Document ?\d*$|Untitled)/i.test(title) ? undefined : title;
}

/** How many headers and footers hold words. */
async function marginsOf(archive: Archive): Promise<number> {
  let count = 0;
  for (const name of archive.names)
    if (/^word\/(?:header|footer)\d*\.xml$/.test(name))
      if (/<(?:\w+:)?t(?: [^>]*)?>[^<]*\p{L}/u.test(await archive.text(name))) count++;
  return count;
}
