import type { FileAt } from './gather/folder.ts';

const ANNOTATIONS = /\.(ann|a1|a2)$/i;

const stem = (name: string): string => name.replace(/\.[^.]*$/, '');

/**
 * Puts files of annotations and the texts of the same names beside them into one archive, for offsets mean nothing
 * without their text. All other files stay as they are.
 */
export async function bundled(files: readonly FileAt[]): Promise<readonly FileAt[]> {
  const annotations = files.filter(({ path }) => ANNOTATIONS.test(path));
  const stems = new Set(annotations.map(({ path }) => stem(path)));
  const texts = files.filter(({ path }) => /\.txt$/i.test(path) && stems.has(stem(path)));
  if (annotations.length === 0 || annotations.length + texts.length === 1) return files;
  const { zipSync } = await import('fflate');
  const inside = new Set([...annotations, ...texts]);
  const entries = await Promise.all(
    [...inside].map(async ({ file, path }) => [path, new Uint8Array(await file.arrayBuffer())] as const),
  );
  const name = annotations.length === 1 ? `${stem(annotations[0]!.file.name)}.zip` : 'annotations.zip';
  const archive = new File([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>], name);
  return [...files.filter(one => !inside.has(one)), { file: archive, path: name }];
}
