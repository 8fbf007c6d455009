import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { citationChecks } from '../../shared/citations/checks/registry.ts';
import { conflictRules } from '../../shared/conflict-rules/registry.ts';
import { detectors } from '../../shared/detectors/registry.ts';

/** Everything that a folder's files export and that looks like what its registry lists. */
async function exported(folder: string, looksLike: (value: object) => boolean): Promise<[string, object][]> {
  const place = new URL(`../../shared/${folder}/`, import.meta.url);
  const files = readdirSync(place).filter(file => file.endsWith('.js') && file !== 'registry.js');
  const modules = await Promise.all(
    files.map(async file => [file, await import(new URL(file, place).href)] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.values(module)
      .flat()
      .filter(value => typeof value === 'object' && value !== null && looksLike(value))
      .map((value): [string, object] => [file, value as object]),
  );
}

describe('a registry', () => {
  const registries: [string, string, readonly object[], (value: object) => boolean][] = [
    ['detectors', 'detectors', detectors, value => 'detect' in value],
    ['conflict rules', 'conflict-rules/rules', conflictRules, value => 'compares' in value],
    ['citation checks', 'citations/checks', citationChecks, value => 'find' in value && 'severity' in value],
  ];
  for (const [what, folder, registry, looksLike] of registries)
    it(`of ${what} has all that stands in its folder, each under an id of its own`, async () => {
      const all = await exported(folder, looksLike);
      expect(all).to.not.be.empty;
      for (const [file, one] of all)
        expect(registry.includes(one), `${file} is not in the registry`).to.equal(true);
      const ids = registry.map(one => (one as { id: string }).id);
      expect(new Set(ids).size).to.equal(ids.length);
    });
});
