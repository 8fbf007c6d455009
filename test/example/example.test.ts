import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../server/cli/main.ts';
import { claimType } from '../../shared/claim-types/registry.ts';
import type { Range } from '../../shared/model/anchor.ts';
import type { Claim } from '../../shared/model/claim.ts';
import { type Conflict, decisionInForce } from '../../shared/model/conflict.ts';
import { currentRevision, type Document } from '../../shared/model/document.ts';
import { outcome, severity, verdict, workflow } from '../../shared/model/scales.ts';
import type { Source } from '../../shared/model/source.ts';

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));
const example = path.join(packageRoot, 'annotations', 'example');

/** Runs the command line in a folder of the test's own; fails where it does. @returns what it said */
async function run(folder: string, ...argv: string[]): Promise<string> {
  let said = '';
  const stream = () =>
    new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk);
        done();
      },
    });
  const surroundings = { packageRoot, checkout: false, env: {}, folder };
  const code = await main({ argv, ...surroundings, out: stream(), errors: stream() });
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${said}`);
  return said;
}

/** Names and contents of all files of a folder, as one line each. */
async function fingerprint(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
  const lines = files.map(async file => {
    const hash = createHash('sha256').update(await readFile(file));
    return `${path.relative(folder, file)} ${hash.digest('hex')}`;
  });
  return (await Promise.all(lines)).sort();
}

const isInside = (range: Range, whole: Range): boolean =>
  whole.start <= range.start && range.end <= whole.end;

describe('the worked example', function () {
  this.timeout(30_000);
  let folder = '';
  let exported: string;
  let claims: Claim[];
  let conflicts: Conflict[];
  let sources: Source[];
  let documents: Document[];
  let files: string[];
  /** What stands in each text, by the id of its document. */
  const texts = new Map<string, string>();

  before(async () => {
    files = await fingerprint(example);
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-example-'));
    exported = await run(folder, 'export', 'variorum-json', '--data', example);
    ({ claims, conflicts, sources, documents } = JSON.parse(exported));
    for (const document of documents) {
      const { sha256 } = currentRevision(document);
      texts.set(document.id, await readFile(path.join(example, 'blobs', sha256), 'utf8'));
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is sound, and is not altered by being looked at', async () => {
    expect(await run(folder, 'verify', '--data', example)).to.contain('all is sound');
    expect(await fingerprint(example)).to.eql(files);
  });

  it('holds nothing of the machine it was made on', async () => {
    expect(await readdir(example)).to.have.members(['blobs', 'format.json', 'journal', 'snapshot']);
    for (const name of await readdir(example, { recursive: true })) {
      if (!/\.jsonl?$/.test(name)) continue;
      const text = await readFile(path.join(example, name), 'utf8');
      expect(text, name).not.to.match(/localhost|127\.0\.0\.1|\/(tmp|home|Users)\/|\bGuest\b/);
    }
  });

  it('has the five texts with claims in each, and work of every kind', () => {
    const perText = documents.map(({ id }) => claims.filter(claim => claim.anchor.documentId === id).length);
    expect(perText).to.have.length(5);
    for (const count of perText) expect(count).to.be.at.least(15);
    expect(claims.length).to.be.at.least(450);
    for (const step of workflow.steps) expect(claims.map(claim => claim.workflow)).to.include(step.code);
    for (const step of verdict.steps.filter(
      ({ code }) => !['outdated', 'contradicted', 'disputed'].includes(code),
    ))
      expect(claims.map(claim => claim.verdict)).to.include(step.code);
    expect(new Set(claims.map(claim => claim.type)).size).to.equal(12);
    expect(claims.some(claim => claim.anchor.ranges.length > 1)).to.equal(true);
    expect(claims.some(claim => claim.notes.some(note => note.replyTo))).to.equal(true);
    expect([...new Set(claims.map(claim => claim.createdBy))]).to.have.members([
      'Marta Kovač',
      'Ines Duarte',
    ]);
  });

  it('has every claim on the words it quotes', () => {
    for (const { anchor } of claims) {
      const text = texts.get(anchor.documentId)!;
      const words = anchor.ranges.map(({ start, end }) => text.slice(start, end));
      expect(anchor.quote.exact).to.equal(words.join(' … '));
    }
  });

  it('has a claim for each entry of each list', () => {
    const lists = claims.filter(({ type }) => type === 'list');
    expect(lists.length).to.be.at.least(20);
    for (const list of lists) {
      const inside = claims.filter(
        claim =>
          claim.type !== 'list' &&
          claim.type !== 'citation' &&
          claim.anchor.documentId === list.anchor.documentId &&
          claim.anchor.ranges.every(range => list.anchor.ranges.some(whole => isInside(range, whole))),
      );
      const { items } = list.value as unknown as { items: string[] };
      for (const item of items) {
        const isClaim = inside.some(({ anchor }) => item.replace(/^the /, '').includes(anchor.quote.exact));
        expect(isClaim, `${item} of ${list.fields.of}`).to.equal(true);
      }
    }
  });

  it('has a claim for each reference and each footnote', () => {
    for (const { id, title } of documents) {
      const text = texts.get(id)!;
      const places = [...text.matchAll(/<ref[ >]|\[\d{1,2}\]|^ +\d+\. \^ /gm)].map(
        ({ index, 0: mark }) => index + mark.length - 1,
      );
      const citations = claims.filter(({ type, anchor }) => type === 'citation' && anchor.documentId === id);
      for (const place of places)
        expect(
          citations.some(({ anchor }) =>
            anchor.ranges.some(({ start, end }) => start <= place && place < end),
          ),
          `${title}, ${place}: ${text.slice(place, place + 40)}`,
        ).to.equal(true);
    }
  });

  it('has claims whose values and fields their types find no fault with', () => {
    for (const claim of claims) {
      const faults = claimType(claim.type)!
        .check(claim.value, claim.fields)
        .filter(problem => problem.weight === 'fault');
      expect(faults, claim.anchor.quote.exact).to.eql([]);
      expect(claim.value?.kind, claim.anchor.quote.exact).to.equal(claimType(claim.type)!.valueKind);
    }
  });

  it('ties claims to sources that are there and to passages of other texts', () => {
    const evidence = claims.flatMap(claim => claim.evidence);
    const known = new Set(sources.map(({ id }) => id));
    for (const { sourceId } of evidence) if (sourceId) expect(known.has(sourceId)).to.equal(true);
    expect(evidence.length).to.be.at.least(140);
    expect(evidence.filter(piece => piece.passage).length).to.be.at.least(20);
    for (const code of ['supports', 'partly-supports', 'contradicts', 'mentions'])
      expect(evidence.map(piece => piece.stance)).to.include(code);
    for (const code of ['states', 'weaker', 'silent', 'contradicts', 'predates', 'unreachable'])
      expect(evidence.map(piece => piece.fit)).to.include(code);
    const cited = new Set(evidence.map(piece => piece.sourceId));
    expect(sources.filter(({ id }) => !cited.has(id)).map(({ csl }) => csl.title)).to.eql([]);
  });

  it('has conflicts that are open and conflicts that are settled with reasons', () => {
    const settled = conflicts.map(decisionInForce).filter(decision => decision !== undefined);
    expect(settled.length).to.be.at.least(10);
    const open = conflicts.filter(({ state }) => state === 'open');
    expect(open.length).to.be.at.least(12);
    for (const { code } of severity.steps) expect(open.map(conflict => conflict.severity)).to.include(code);
    for (const { reason } of settled) expect(reason.length).to.be.greaterThan(60);
    for (const { code } of outcome.steps) expect(settled.map(decision => decision.outcome)).to.include(code);
    expect(conflicts.some(conflict => conflict.dissent.length > 0)).to.equal(true);
  });

  it('has a decision that was taken up again, and another in its place', () => {
    const [again] = conflicts.filter(({ decisions }) => decisions.some(decision => decision.reopened));
    expect(again!.decisions.map(decision => decision.outcome)).to.eql(['one-side', 'unsettled']);
    expect(decisionInForce(again!)!.by).to.equal('Agnès Laurent');
  });

  it('settles that Luis and Lois Pérez Leira are one man, who signs Lois', () => {
    const luis = conflicts.find(({ title }) => /Luis.*Lois/.test(title))!;
    const decision = decisionInForce(luis)!;
    expect([decision.outcome, decision.preferred]).to.eql(['same-entity', 'Lois Pérez Leira']);
    expect(decision.reason).to.contain('Galician');
    const reached = luis.sides.flatMap(side => side.claimIds);
    for (const id of reached) {
      const claim = claims.find(claim => claim.id === id)!;
      expect(claim.settled.map(mark => mark.preferred)).to.eql(['Lois Pérez Leira']);
    }
  });

  it('comes back byte for byte from an export', async () => {
    const file = path.join(folder, 'example.json');
    await run(folder, 'export', 'variorum-json', '--data', example, '--out', file);
    await run(folder, 'import', file, '--data', path.join(folder, 'again'));
    expect(await run(folder, 'export', 'variorum-json', '--data', path.join(folder, 'again'))).to.equal(
      exported,
    );
  });

  it('is what a new desk begins as, and --clean begins without it', async () => {
    await run(folder, 'reset');
    const desk = path.join(folder, 'annotations', 'desk');
    expect(await run(folder, 'export', 'variorum-json')).to.equal(exported);
    expect((await fingerprint(desk)).filter(line => !line.startsWith('index'))).to.eql(files);
    await run(folder, 'reset', '--clean');
    expect(JSON.parse(await run(folder, 'export', 'variorum-json')).documents).to.eql([]);
  });
});
