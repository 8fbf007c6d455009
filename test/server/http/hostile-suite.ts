import { expect } from 'chai';
import fc from 'fast-check';
import { sealEntry } from '../../../server/storage/entry.ts';
import { PROBLEM_TYPE, Problem } from '../../../shared/api/problem.ts';
import { decodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import { kinds, shapes } from '../../../shared/model/objects.ts';
import { type HostileRequest, hostileRequests, type RawReply, sendRaw } from './hostile.ts';
import { newClaim, serving } from './serving.ts';

/** Sends so many hostile requests to a running server and looks at what they did. */
export function hostileSuite(requests: number): void {
  const desk = serving();

  it(`stands ${requests} hostile requests: no failure, no crash, nothing written by what it refuses`, async function () {
    this.timeout(requests * 100);
    const text = await desk.text();
    const claim = newClaim(text, 'Moscow');
    await desk.commit(claim);
    const answered = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileRequests(text, [claim.objectId]), async request => {
        const { head } = desk.server.desk.storage;
        const reply = await sendRaw(desk.url, request);
        answered.set(reply.status, (answered.get(reply.status) ?? 0) + 1);
        judge(request, reply);
        if (!wrote(reply)) expect(desk.server.desk.storage.head).to.eql(head);
      }),
      { numRuns: requests, endOnFailure: true },
    );
    // Requests that never get past the door prove little.
    expect(answered.get(200)).to.be.greaterThan(requests / 10);
    expect(answered.get(400)).to.be.greaterThan(requests / 10);
  });

  it('is a sound desk afterwards', async () => {
    const { storage } = desk.server.desk;
    for (const kind of kinds)
      for (const held of await storage.readObjects(kind)) {
        const result = shapes[kind].schema.safeParse(held.object);
        expect(result.error?.issues, `${kind} ${held.id}`).to.equal(undefined);
        if (kind === 'document')
          decodeClaimIndex(desk.server.desk.claims.of(held.id).encoded().buffer as ArrayBuffer);
      }
    let prevHash = '0'.repeat(64);
    for await (const { hash, ...entry } of storage.readLog(0)) {
      expect(entry.prevHash).to.equal(prevHash);
      expect(sealEntry(entry).entry.hash).to.equal(hash);
      prevHash = hash;
    }
    expect(prevHash).to.equal(storage.head.hash);
    expect(({} as { by?: string }).by).to.equal(undefined);
  });
}

function judge({ method, address }: HostileRequest, { status, type, body }: RawReply): void {
  const said = `${method} ${address.slice(0, 200)}: ${status} ${body.toString('utf8').slice(0, 300)}`;
  expect(status, said).to.be.lessThan(500);
  if (status < 400 || status === 416) return;
  expect(type, said).to.contain(PROBLEM_TYPE);
  const problem = Problem.parse(JSON.parse(body.toString('utf8')));
  expect(problem.status, said).to.equal(status);
  expect(body.length, said).to.be.lessThan(60_000);
}

/** Whether an answer says that something was committed. */
function wrote({ status, body }: RawReply): boolean {
  return status === 201 || (status === 200 && body.includes('"status":"committed"'));
}
