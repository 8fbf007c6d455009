import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Storage } from '../../server/storage/port.ts';
import { applyChange } from '../../shared/change/apply.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { Document } from '../../shared/model/document.ts';
import { quoteOf } from '../../shared/text/quote.ts';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const AT = '2026-05-07T10:42:00.000Z';
const TYPES = ['person', 'organization', 'date', 'place'];

/** A text to measure with, and what is marked in it; UTF-16 code units. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Random numbers in [0, 1) that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The longest seed text with so many marks, or its paragraphs and those of the others shuffled into a text of so many units. */
export function makeSample(name: string, units: number | 'seed', count: number): Sample {
  const next = random(count);
  const seeds = readdirSync(SEEDS)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readFileSync(new URL(file, SEEDS), 'utf8'));
  const text =
    units === 'seed'
      ? seeds[0]!
      : shuffled(
          seeds.flatMap(seed => seed.split('\n')),
          units,
          next,
        );
  const stride = text.length / count;
  const marks = Array.from({ length: count }, (_, i) => {
    const start = wordAt(text, Math.floor((i + next() * 0.5) * stride));
    // Three in ten begin inside the one before, so that marks overlap as they do in real work.
    const length = 4 + Math.floor(next() * Math.min(60, i % 10 < 3 ? stride * 1.4 : stride * 0.6));
    return {
      start,
      end: wordAt(text, Math.min(text.length, start + length)),
      type: TYPES[i % TYPES.length]!,
    };
  });
  return { name, text, marks: marks.filter(mark => mark.end > mark.start) };
}

function shuffled(paragraphs: readonly string[], units: number, next: () => number): string {
  const parts: string[] = [];
  for (let length = 0; length < units; ) {
    const paragraph = paragraphs[Math.floor(next() * paragraphs.length)]!.replace(/\b20\d\d\b/g, () =>
      String(1900 + Math.floor(next() * 130)),
    );
    parts.push(paragraph);
    length += paragraph.length + 1;
  }
  return parts.join('\n');
}

function wordAt(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (at < text.length && at > 0 && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(text[at - 1]!)) at++;
  return at;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let counter = 0;
const uuid = (): string => `01a00000-0000-7000-8000-${(++counter).toString(16).padStart(12, '0')}`;

/** Writes a sample into a store as a document with its claims. @returns the document's id */
export async function storeSample(storage: Storage, sample: Sample): Promise<string> {
  const bytes = new TextEncoder().encode(sample.text);
  const sha256 = hash(bytes);
  const revision = {
    id: uuid(),
    sha256,
    bytes: bytes.length,
    reading: { decoder: 'whatwg', version: '1', encoding: 'utf-8', bom: false },
    textSha256: sha256,
    length: sample.text.length,
    addedAt: AT,
    addedBy: 'Bench',
  };
  const document: Document = {
    id: uuid(),
    title: sample.name,
    mediaType: 'text/plain',
    revisions: [revision],
  };
  await create(storage, 'document', [document], new Map([[sha256, bytes]]));
  const claims = sample.marks.map(({ start, end, type }): Claim => {
    const ranges = [{ start, end }];
    return {
      id: uuid(),
      type,
      anchor: { documentId: document.id, revision: revision.id, ranges, quote: quoteOf(sample.text, ranges) },
      fields: {},
      workflow: counter % 3 === 0 ? 'checked' : 'open',
      tags: [],
      evidence: [],
      notes: [],
      settled: [],
      anchorState: 'intact',
      createdBy: 'Bench',
      createdAt: AT,
    };
  });
  for (let i = 0; i < claims.length; i += 1000) await create(storage, 'claim', claims.slice(i, i + 1000));
  return document.id;
}

async function create(
  storage: Storage,
  kind: 'document' | 'claim',
  objects: readonly (Document | Claim)[],
  blobs?: Map<string, Uint8Array>,
): Promise<void> {
  const group = uuid();
  const changes = objects.map(
    (object): Change => ({
      id: uuid(),
      group,
      kind,
      objectId: object.id,
      operation: { op: 'create', value: object as unknown as Record<string, never> },
      base: {},
      at: AT,
      by: 'Bench',
    }),
  );
  const held: Versioned[] = changes.map(change => applyChange(undefined, change).held);
  const readAt = Object.fromEntries(held.map(({ id }) => [id, 0]));
  await storage.commit({
    at: AT,
    by: 'Bench',
    changes,
    before: changes.map(() => ({})),
    objects: held,
    readAt,
    ...(blobs ? { blobs } : {}),
  });
}
