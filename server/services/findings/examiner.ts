import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../../../shared/conflict-rules/finding.ts';
import type { Suggestion } from '../../../shared/detectors/suggestion.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import { engineAt } from './engine.ts';
import { ExaminedDesk } from './examined-desk.ts';
import { foundOf, gravest } from './found.ts';
import type { Found, FromExaminer, KeptSuggestions, ToExaminer } from './messages.ts';

/** Milliseconds of work after which messages are looked for. */
const SLICE = 12;
/** Milliseconds between two words on progress. */
const PACE = 150;
/** So many places are told at once, and so many milliseconds lie in between: whoever hears of them has other work. */
const BATCH = 400;
const BREATH = 5;

const port = parentPort!;
const { rules } = await engineAt((workerData as { engine: string }).engine);
const desk = new ExaminedDesk(rules.filter(rule => !rule.asked));
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** What was told last, by key. */
const told = new Map<string, { readonly finding: Finding; readonly found: Found }>();
let taken = 0;
/** How much of what was taken in has been looked at. */
let seen = 0;
let isWorking = false;
let done = 0;
let toldAt = 0;

const tell = (message: FromExaminer) => port.postMessage(message);

port.on('message', (message: ToExaminer) => {
  taken++;
  switch (message.says) {
    case 'feed':
      desk.feed(message.fed);
      tell({ says: 'fed' });
      break;
    case 'document':
      desk.setDocument(message.facts, utf8.decode(message.text), suggestionsIn(message));
      break;
    case 'no-document':
      desk.removeDocument(message.documentId);
  }
  begin();
});

function begin(): void {
  if (isWorking) return;
  isWorking = true;
  setImmediate(goOn);
}

function suggestionsIn({ facts, suggestions }: ToExaminer & { says: 'document' }): Suggestion[] {
  if (!suggestions) return [];
  const { documentId } = facts;
  const kept = JSON.parse(utf8.decode(suggestions)) as KeptSuggestions;
  return kept.suggestions.map(one => ({ ...one, documentId }) as unknown as Suggestion);
}

/** Examines a slice at a time, so that what has changed meanwhile is taken in before more is done. */
function goOn(): void {
  const end = performance.now() + SLICE;
  for (const step of desk.examine()) {
    done++;
    if (performance.now() < end) continue;
    if (performance.now() - toldAt >= PACE) {
      toldAt = performance.now();
      tell({ says: 'progress', done, total: done + step.total - step.done });
    }
    setImmediate(goOn);
    return;
  }
  done = 0;
  void tellFound().then(() => {
    isWorking = false;
    // What came while it was told has been taken in, not looked at.
    if (taken !== seen) begin();
    else tell({ says: 'settled', after: taken });
  });
}

/** Tells what is found otherwise than when it was told last. */
async function tellFound(): Promise<void> {
  seen = taken;
  const now = new Map(gravest(desk.findings()).map(finding => [finding.key, finding]));
  const proved = desk.takeEvidenceChanged();
  const gone = [...told.keys()].filter(key => !now.has(key));
  const changed: Found[] = [];
  const goneKeys = gone.map(key => told.get(key)!.found.key);
  for (const key of gone) told.delete(key);
  for (const [key, finding] of now) {
    const before = told.get(key);
    if (before?.finding === finding && !restsOn(finding, proved)) continue;
    const found = foundOf(finding, desk);
    told.set(key, { finding, found });
    if (!before || !sameJson(before.found, found)) changed.push(found);
  }
  if (goneKeys.length > 0) tell({ says: 'found', changed: [], gone: goneKeys });
  while (changed.length > 0) {
    const some: Found[] = [];
    for (let places = 0; places < BATCH && changed.length > 0; places += placesOf(some.at(-1)!))
      some.push(changed.shift()!);
    tell({ says: 'found', changed: some, gone: [] });
    await new Promise(resolve => setTimeout(resolve, BREATH));
  }
}

/** Whether any of some claims is among the words of a finding. */
function restsOn({ sides }: Finding, claims: ReadonlySet<string>): boolean {
  return (
    claims.size > 0 &&
    sides.some(({ spans }) => spans.some(({ claimId }) => claimId !== undefined && claims.has(claimId)))
  );
}

const placesOf = ({ sides }: Found): number => sides.reduce((sum, { spans }) => sum + spans.length, 0);
