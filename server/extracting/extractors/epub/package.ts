import { Unextractable } from '../../extractor.ts';
import {
  attribute,
  type Element,
  findElement,
  isElement,
  type Node,
  nodes,
  parseTree,
  textOf,
} from '../../html/tree.ts';
import type { Archive } from '../../unzip.ts';
import { resolvePath } from './resolve-path.ts';

/** A file that a book consists of. */
export interface BookFile {
  readonly path: string;
  readonly label?: string;
}

/** What a book's package document says of it. */
export interface Book {
  readonly title?: string;
  readonly language?: string;
  readonly creators: readonly string[];
  /** In reading order. */
  readonly files: readonly BookFile[];
}

interface Item {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Ways to make embedded fonts unusable elsewhere, which leave the text alone. */
const FONTS_ONLY = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc']);
const TEXT_TYPES =
  /^(?:application\/xhtml\+xml|text\/html|application\/xml|application\/x-dtbook\+xml|text\/x-oeb1-document)$/i;

/**
 * Reads what a book consists of.
 * @throws Unextractable where it is locked, or no book
 */
export async function readPackage(archive: Archive): Promise<Book> {
  await requireUnlocked(archive);
  const container = await tree(archive, CONTAINER);
  const root = all(container, 'rootfile')[0];
  const path = root && resolvePath('', attribute(root, 'full-path') ?? '');
  if (!path)
    throw new Unextractable('This EPUB does not say where its book begins. Save it anew and add it again.');
  const packaged = await tree(archive, path);
  const items = itemsOf(packaged, path);
  const labels = await readLabels(archive, items, packaged);
  const files: BookFile[] = [];
  for (const reference of all(packaged, 'itemref')) {
    const item = items.get(attribute(reference, 'idref') ?? '');
    if (!item || !TEXT_TYPES.test(item.mediaType) || files.some(file => file.path === item.path)) continue;
    const label = labels.get(item.path);
    files.push({ path: item.path, ...(label === undefined ? {} : { label }) });
  }
  const said = (name: string) =>
    all(packaged, name)
      .map(line)
      .filter(text => text !== '');
  const [title] = said('dc:title');
  const [language] = said('dc:language');
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    creators: said('dc:creator'),
    files,
  };
}

/** XML is read by the rules of HTML, with elements that close themselves: these never fail, and know no entities of a file's own. */
async function tree(archive: Archive, path: string): Promise<Node> {
  return parseTree(await archive.text(path), true).root;
}

async function requireUnlocked(archive: Archive): Promise<void> {
  if (!archive.has(ENCRYPTION)) return;
  for (const method of all(await tree(archive, ENCRYPTION), 'encryptionmethod'))
    if (!FONTS_ONLY.has((attribute(method, 'algorithm') ?? '').trim().toLowerCase()))
      throw new Unextractable(
        'This book is locked by copy protection (DRM), so that only the reader it was sold for can open it. Add a copy without it.',
      );
}

function itemsOf(packaged: Node, path: string): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const item of all(packaged, 'item')) {
    const id = attribute(item, 'id');
    const resolved = resolvePath(path, attribute(item, 'href') ?? '');
    if (id === undefined || resolved === undefined || items.has(id)) continue;
    const mediaType = (attribute(item, 'media-type') ?? '').trim();
    items.set(id, { path: resolved, mediaType, properties: attribute(item, 'properties') ?? '' });
  }
  return items;
}

/** What the table of contents calls each file: that of EPUB 3 first, then that of EPUB 2. */
async function readLabels(
  archive: Archive,
  items: Map<string, Item>,
  packaged: Node,
): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  const note = (path: string | undefined, label: string) => {
    if (path !== undefined && label !== '' && !labels.has(path)) labels.set(path, label);
  };
  const nav = [...items.values()].find(({ properties }) => properties.split(/\s+/).includes('nav'));
  if (nav && archive.has(nav.path)) {
    const lists = all(await tree(archive, nav.path), 'nav');
    const contents = lists.find(list => (attribute(list, 'epub:type') ?? '').includes('toc')) ?? lists[0];
    for (const link of contents ? all(contents, 'a') : [])
      note(resolvePath(nav.path, attribute(link, 'href') ?? ''), line(link));
  }
  const [spine] = all(packaged, 'spine');
  const ncx = items.get((spine && attribute(spine, 'toc')) ?? '');
  if (ncx && archive.has(ncx.path))
    for (const point of all(await tree(archive, ncx.path), 'navpoint')) {
      const label = findElement(point, 'navlabel');
      const content = findElement(point, 'content');
      if (label && content) note(resolvePath(ncx.path, attribute(content, 'src') ?? ''), line(label));
    }
  return labels;
}

/** All elements of a name, with or without the prefix that packages sometimes have. */
function all(root: Node, name: string): Element[] {
  const found: Element[] = [];
  for (const node of nodes(root))
    if (isElement(node) && (node.tagName === name || node.tagName === `opf:${name}`)) found.push(node);
  return found;
}

function line(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim().slice(0, 200);
}
