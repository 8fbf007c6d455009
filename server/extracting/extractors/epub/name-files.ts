import { findElement, isElement, type Node, nodes, parseTree, textOf } from '../../html/tree.ts';
import type { Archive } from '../../unzip.ts';
import type { BookFile } from './package.ts';

/** So many files are looked into for what they are called. */
const MOST = 500;
const LONGEST = 200;

/**
 * Names files that a book's contents do not name by their first heading, or by what they call themselves.
 * @param title the book's own, which tells nothing of a part
 */
export async function nameFiles(
  archive: Archive,
  files: readonly BookFile[],
  title: string | undefined,
): Promise<BookFile[]> {
  const named: BookFile[] = [];
  let looked = 0;
  for (const file of files) {
    const isUnnamed = file.label === undefined && archive.has(file.path) && looked++ < MOST;
    // What is broken, or too much, is told where its text is wanted.
    const label = isUnnamed ? await labelOf(archive, file.path, title).catch(() => undefined) : undefined;
    named.push(label === undefined ? file : { ...file, label });
  }
  return named;
}

async function labelOf(archive: Archive, path: string, title?: string): Promise<string | undefined> {
  const { root } = parseTree(await archive.text(path), true);
  for (const node of nodes(root))
    if (isElement(node) && /^h[1-6]$/.test(node.tagName) && line(node)) return line(node);
  const said = findElement(root, 'title');
  const label = said && line(said);
  return label && label !== title ? label : undefined;
}

const line = (node: Node): string => textOf(node).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
