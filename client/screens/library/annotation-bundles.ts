const ANNOTATIONS = /\.(ann|a1|a2)$/i;

const stem = (name: string): string => name.replace(/\.[^.]*$/, '');

/**
 * Puts files of annotations and the texts of the same names into one archive, for offsets mean nothing without their
 * text. All other files stay as they are.
 */
export async function bundled(files: readonly File[]): Promise<File[]> {
  const annotations = files.filter(({ name }) => ANNOTATIONS.test(name));
  const stems = new Set(annotations.map(({ name }) => stem(name)));
  const texts = files.filter(({ name }) => /\.txt$/i.test(name) && stems.has(stem(name)));
  if (annotations.length === 0 || annotations.length + texts.length === 1) return [...files];
  const { zipSync } = await import('fflate');
  const inside = [...annotations, ...texts];
  const entries = await Promise.all(
    inside.map(async file => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
  );
  const name = annotations.length === 1 ? `${stem(annotations[0]!.name)}.zip` : 'annotations.zip';
  const archive = new File([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>], name);
  return [...files.filter(file => !inside.includes(file)), archive];
}
