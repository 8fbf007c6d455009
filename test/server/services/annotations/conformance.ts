import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** @returns the folder of standards' own material, if it stands beside the project or where CONFORMANCE_DIR says. */
export function conformanceFolder(): string | undefined {
  const folder = path.resolve(root, process.env.CONFORMANCE_DIR ?? '../shared/conformance');
  return existsSync(folder) ? folder : undefined;
}

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** @returns the sample files of a format; none where the material is not there */
export function samples(format: string, ending: string): Sample[] {
  const folder = conformanceFolder();
  if (folder === undefined) return [];
  const place = path.join(folder, 'samples', format);
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(place, name), 'utf8') }));
}
