import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../server/cli/main.ts';
import { claimType } from '../../shared/claim-types/registry.ts';
import type { Claim } from '../../shared/model/claim.ts';
import { type Conflict, decisionInForce } from '../../shared/model/conflict.ts';
import { outcome, workflow } from '../../shared/model/scales.ts';
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

describe('the worked example', function () {
  this.timeout(30_000);
  let folder = '';
  let exported: string;
  let claims: Claim[];
  let conflicts: Conflict[];
  let sources: Source[];
  let documents: { id: string; title: string }[];
  let files: string[];

  before(async () => {
    files = await fingerprint(example);
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-example-'));
    exported = await run(folder, 'export', 'variorum-json', '--data', example);
    ({ claims, conflicts, sources, documents } = JSON.parse(exported));
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
    for (const count of perText) expect(count).to.be.at.least(8);
    expect(claims.length).to.be.at.least(60);
    for (const step of workflow.steps) expect(claims.map(claim => claim.workflow)).to.include(step.code);
    expect(new Set(claims.map(claim => claim.type)).size).to.equal(12);
    expect(claims.some(claim => claim.anchor.ranges.length > 1)).to.equal(true);
    expect(claims.some(claim => claim.notes.some(note => note.replyTo))).to.equal(true);
    expect([...new Set(claims.map(claim => claim.createdBy))]).to.have.members([
      'Marta Kovač',
      'Ines Duarte',
    ]);
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
    expect(evidence.filter(piece => piece.passage).length).to.be.at.least(10);
    for (const code of ['supports', 'partly-supports', 'contradicts', 'mentions'])
      expect(evidence.map(piece => piece.stance)).to.include(code);
    for (const code of ['states', 'weaker', 'silent', 'contradicts', 'predates', 'unreachable'])
      expect(evidence.map(piece => piece.fit)).to.include(code);
    const cited = new Set(evidence.map(piece => piece.sourceId));
    expect(sources.filter(({ id }) => !cited.has(id)).map(({ csl }) => csl.title)).to.eql([]);
  });

  it('has conflicts that are open and conflicts that are settled with reasons', () => {
    const settled = conflicts.map(decisionInForce).filter(decision => decision !== undefined);
    expect(settled.length).to.be.at.least(3);
    expect(conflicts.length - settled.length).to.be.at.least(6);
    for (const { reason } of settled) expect(reason.length).to.be.greaterThan(60);
    const outcomes = new Set(settled.map(decision => decision.outcome));
    expect(outcome.codes.filter(code => outcomes.has(code))).to.include.members([
      'one-side',
      'both',
      'same-entity',
      'no-conflict',
    ]);
    expect(conflicts.some(conflict => conflict.dissent.length > 0)).to.equal(true);
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
