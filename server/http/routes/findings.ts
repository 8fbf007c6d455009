import { randomUUID } from 'node:crypto';
import type { Offered, ToldFinding } from '../../../shared/api/found.ts';
import { findingSeverity } from '../../../shared/model/scales.ts';
import type { Desk } from '../../services/desk.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Handlers, Send } from '../mount.ts';
import { ASK_AGAIN } from '../prepared.ts';

/** So many are told where nobody says how many. */
const USUAL = 2000;

/** What is suggested and found. */
export function findingRoutes(
  desk: Desk,
): Handlers<'listSuggestions' | 'listFindings' | 'getFindingsStatus' | 'recheck' | 'trainTagger'> {
  // Versions begin anew with every start.
  const start = randomUUID().slice(0, 8);
  const tagNow = () => `"${start}-${desk.findings.progress.version}-${desk.storage.head.seq}"`;

  /** Answers with JSON, or that nothing has changed; it is made only where it is sent. */
  const unlessKnown =
    (make: () => Promise<unknown>): Send =>
    async (request, response) => {
      await desk.findings.begin();
      const tag = tagNow();
      response.set({ etag: tag, 'cache-control': ASK_AGAIN });
      if (request.headers['if-none-match'] === tag) response.status(304).end();
      else response.json(await make());
    };

  async function requireDocument(id: string): Promise<void> {
    const held = await desk.require('document', id);
    if (held.removed) throw new Refusal('not-found', `The document ${id} was removed; restore it first.`);
  }

  return {
    async listSuggestions({ params, query }) {
      await requireDocument(params.id);
      return unlessKnown(async () => {
        const { start = 0, end = Number.POSITIVE_INFINITY, type, limit = USUAL } = query;
        const { state, offered, beyond } = await desk.findings.suggestions(
          params.id,
          one => (type === undefined || one.type === type) && touches(one, start, end),
        );
        return { state, total: offered.length, beyond, suggestions: offered.slice(0, limit) };
      });
    },
    listFindings: ({ query }) =>
      unlessKnown(async () => {
        const { kind, rule, severity, document, limit = USUAL } = query;
        const wanted = (await desk.findings.findings()).filter(
          one =>
            (kind === undefined || one.kind === kind) &&
            (rule === undefined || one.rule === rule) &&
            (severity === undefined || one.severity === severity) &&
            (document === undefined || isIn(one, document)),
        );
        const findings = wanted.sort(byWeight).slice(0, limit);
        return { progress: desk.findings.progress, total: wanted.length, findings };
      }),
    async getFindingsStatus() {
      await desk.findings.begin();
      return desk.findings.status;
    },
    async recheck({ body }) {
      if (body.document !== undefined) await requireDocument(body.document);
      return desk.findings.recheck(body.document);
    },
    trainTagger: () => desk.findings.train(desk.now()),
  };
}

function touches({ ranges }: Pick<Offered, 'ranges'>, start: number, end: number): boolean {
  return ranges.some(range => range.start < end && range.end > start);
}

function isIn({ sides }: ToldFinding, document: string): boolean {
  return sides.some(({ spans }) => spans.some(({ documentId }) => documentId === document));
}

/** The gravest first; of equal weight in the order in which they were found, which is the same for the same desk. */
function byWeight(a: ToldFinding, b: ToldFinding): number {
  const weight = ({ severity }: ToldFinding) => findingSeverity.codes.indexOf(severity);
  return weight(a) - weight(b) || byPlace(a, b);
}

function byPlace(a: ToldFinding, b: ToldFinding): number {
  const [one, other] = [a.sides[0]!.spans[0]!, b.sides[0]!.spans[0]!];
  if (one.documentId !== other.documentId) return one.documentId < other.documentId ? -1 : 1;
  return one.start - other.start || (a.key < b.key ? -1 : 1);
}
