import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Unextractable } from './extractor.ts';

const DEEPEST = 256;
const MOST_ELEMENTS = 5_000_000;

/** What is told of the elements of an XML file while it is checked. */
export interface XmlWatcher {
  /** @param at the element's start tag, half-open, in units of the file */
  open?(tag: SaxesTagNS, at: { from: number; to: number }): void;
  /** @param to the end of the end tag; that of the start tag where the element is empty (`<a/>`) */
  close?(tag: SaxesTagNS, to: number): void;
  text?(text: string): void;
}

/**
 * Goes through an XML file before anything else reads it. No entity but the five of XML itself is resolved, since a
 * file that declares any is refused.
 * @param name the file's name within its archive, for messages
 * @throws Unextractable for a document type declaration, elements nested too deep, and what is not well-formed
 */
export function checkXml(xml: string, name: string, watcher: XmlWatcher = {}): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new Unextractable(
      `${name} in this file declares a document type, which files of this kind never do and which can be used to do harm; it is not read.`,
    );
  });
  parser.on('error', ({ message }) => {
    throw new Unextractable(
      `${name} in this file is not well-formed XML (${message.replace(/\.$/, '')}). Open the file in the program that made it, save it anew, and add it again.`,
    );
  });
  parser.on('opentag', tag => {
    if (++depth > DEEPEST)
      throw new Unextractable(`${name} in this file nests elements more than ${DEEPEST} deep.`);
    if (++elements > MOST_ELEMENTS)
      throw new Unextractable(`${name} in this file holds more than ${MOST_ELEMENTS} elements.`);
    watcher.open?.(tag, { from: xml.lastIndexOf('<', parser.position - 1), to: parser.position });
  });
  parser.on('closetag', tag => {
    depth--;
    watcher.close?.(tag, parser.position);
  });
  if (watcher.text) parser.on('text', text => watcher.text?.(text));
  parser.write(xml).close();
}
