import { expect } from 'chai';
import fc from 'fast-check';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { canonicalJson } from '../../../../shared/json/canonical.ts';
import type { Kind } from '../../../../shared/model/objects.ts';
import { walk } from '../walk.ts';
import { copyTexts, exported, fileWalks, takeIn } from './round-trip.ts';

/** What may be other on the desk that a format was taken into, if one of the losses with these codes was named. */
type Excuses = readonly (readonly [path: RegExp, ...codes: string[]])[];

/** What every file loses that is not our own. */
const COMMON: Excuses = [
  [/^(claim|document|source|entity|conflict|refusal|annotation) gone$/, 'removed'],
  [/^refusal gone$/, 'refusals'],
  [/^document\b/, 'texts', 'former-texts'],
  [/^claim imported/, 'imported'],
];

/** What formats lose that keep the words of a text with their marks. */
const OF_MARKS: Excuses = [
  ...COMMON,
  [/^conflict gone$/, 'conflicts'],
  [/^entity gone$/, 'entities'],
  [/^source gone$/, 'sources'],
  [/^claim (entityId)/, 'entity'],
  [/^claim value/, 'value', 'half-characters', 'lines'],
  [/^claim fields/, 'fields', 'half-characters', 'lines'],
  [/^claim workflow/, 'workflow'],
  [/^claim verdict/, 'verdict'],
  [/^claim tags/, 'tags', 'half-characters', 'lines'],
  [/^claim notes\[\] (by|at|id)/, 'note-authors', 'notes', 'half-characters'],
  [/^claim notes\[\] replyTo/, 'threads', 'notes'],
  // Which entity a claim names may come back as a remark.
  [/^claim notes/, 'notes', 'half-characters', 'lines', 'entity'],
  [/^claim evidence/, 'evidence'],
  [/^claim settled/, 'settled'],
  [/^claim created(By|At)/, 'author', 'half-characters'],
  [/^claim anchorState/, 'state'],
  [/^claim gone$/, 'earlier-revision', 'strayed', 'no-tokens', 'parts', 'edge-space', 'half-letters'],
];

const FORMATS: Readonly<Record<string, Excuses>> = {
  'web-annotation': [
    ...COMMON,
    [/^entity gone$/, 'unnamed'],
    [/^entity distinctFrom/, 'unnamed'],
    [/^claim (gone|anchor)/, 'half-letters'],
    [/^claim evidence\[\] passage/, 'half-letters'],
    [/^(source|conflict|entity) gone$/, 'uncited', 'half-letters'],
    [/^claim evidence\[\] attachments/, 'files'],
    // What names something that was removed has nothing to name any more.
    [/^(claim (settled|entityId|evidence)|source documentId|entity distinctFrom|conflict)\b/, 'removed'],
  ],
  csv: OF_MARKS,
  brat: OF_MARKS,
  doccano: OF_MARKS,
  'webanno-tsv': OF_MARKS,
  'uima-cas-json': OF_MARKS,
};

const KINDS: readonly Kind[] = ['claim', 'entity', 'source', 'conflict', 'refusal', 'annotation'];

type Held = Readonly<Record<string, unknown>>;

/** The objects of a desk by what stays the same of them; claims whose words are those of another are left out. */
async function objectsOf(storage: Storage): Promise<Map<string, { kind: Kind; object: Held }>> {
  const texts = new Map<string, string>();
  for (const { object } of await storage.readObjects('document'))
    for (const { id, textSha256 } of object.revisions) texts.set(id, textSha256);
  const found = new Map<string, { kind: Kind; object: Held }>();
  const twice = new Set<string>();
  for (const kind of KINDS)
    for (const { id, object, removed } of await storage.readObjects(kind)) {
      const { anchor } = object as { anchor?: { revision: string; ranges: unknown } };
      const key = anchor ? canonicalJson([texts.get(anchor.revision), anchor.ranges]) : `${kind} ${id}`;
      if (found.has(key)) twice.add(key);
      found.set(key, {
        kind,
        object: { ...(object as unknown as Held), ...(removed ? { removed: true } : {}) },
      });
    }
  for (const key of twice) found.delete(key);
  return found;
}

/** Members that say which object it is, and not what it says. */
const NAMES = new Set(['id', 'documentId', 'revision']);

/** Every path at which two values differ; times are the same that name the same instant. */
function* differing(a: unknown, b: unknown, path: string, byId: boolean): Generator<string> {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    for (const [i, one] of a.entries()) yield* differing(one, b[i], `${path}[]`, byId);
    return;
  }
  if (isHeld(a) && isHeld(b)) {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (byId || !NAMES.has(name)) yield* differing(a[name], b[name], `${path} ${name}`, byId);
    return;
  }
  if (plain(a) !== plain(b)) yield path;
}

const isHeld = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function plain(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return canonicalJson(value ?? null);
}

describe('what a format leaves behind', function () {
  this.timeout(240_000);

  for (const [format, excuses] of Object.entries(FORMATS))
    it(`is all that is other after a way through ${format}, member by member`, () =>
      fc.assert(
        fc.asyncProperty(fileWalks, async steps => {
          const from = new MemoryStorage();
          await walk(from, steps);
          fc.pre((await from.readObjects('document')).some(({ removed }) => !removed));
          const { bytes, fileName, losses } = await exported(from, format);
          const named = new Set(losses.map(({ code }) => code));
          const to = new MemoryStorage();
          await copyTexts(from, to);
          await takeIn(to, bytes, { format, name: fileName });
          const after = await objectsOf(to);
          for (const [key, { kind, object }] of await objectsOf(from)) {
            if (object.removed) continue;
            const there = after.get(key)?.object;
            const own = (claim: Held): Held => (object.imported ? claim : { ...claim, imported: undefined });
            const byId = format === 'web-annotation';
            const paths = there ? [...differing(object, own(there), kind, byId)] : [`${kind} gone`];
            for (const path of paths) {
              // What has no value of its own is read anew.
              if (path.startsWith('claim value') && object.value === undefined) continue;
              const isNamed = excuses.some(
                ([of, ...codes]) => of.test(path) && codes.some(one => named.has(one)),
              );
              const shown = there
                ? `${canonicalJson(object)}\n${canonicalJson(there)}`
                : canonicalJson(object);
              if (!isNamed)
                expect.fail(`${path} is lost unsaid; said are ${[...named].join(', ')}\n${shown}`);
            }
          }
        }),
        { numRuns: format === 'web-annotation' ? 60 : 30 },
      ));
});
