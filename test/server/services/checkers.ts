import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Verdict {
  readonly ok: boolean;
  readonly must: readonly {
    readonly ok: boolean;
    readonly name: string;
    readonly errors: readonly string[];
  }[];
  readonly extra: readonly { readonly id: string; readonly at: string; readonly msg: string }[];
}

/** Where the W3C's assertions lie ready to run: the folder that is named, or the one that `npm run conformance` has set up. */
function folder(): string | undefined {
  const cache = path.resolve('node_modules/.cache/variorum');
  const cached = existsSync(cache) ? readdirSync(cache).filter(name => name.startsWith('conformance-')) : [];
  const candidates = [process.env.CONFORMANCE_DIR ?? '', ...cached.map(name => path.join(cache, name))];
  return candidates.find(
    candidate =>
      existsSync(path.join(candidate, 'wadm-validate.mjs')) &&
      existsSync(path.join(candidate, 'node_modules/ajv')),
  );
}

/** @returns what the W3C's own assertions say of a document, as a list of faults; undefined where they are not at hand. */
export async function w3cAssertions(): Promise<((json: unknown) => string[]) | undefined> {
  const found = folder();
  if (found === undefined) return undefined;
  const { validate } = (await import(pathToFileURL(path.join(found, 'wadm-validate.mjs')).href)) as {
    validate: (json: unknown) => Verdict;
  };
  return json => {
    const { extra, must, ok } = validate(json);
    if (ok) return [];
    return [
      ...must.filter(one => !one.ok).map(one => `${one.name}: ${one.errors[0]}`),
      ...extra.map(({ id, at, msg }) => `${id} ${at}: ${msg}`),
    ];
  };
}
