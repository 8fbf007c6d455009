import type { Change, LogEntry } from '../../model/change.ts';
import type { DeskView, Format } from '../format.ts';
import { leaveHalves } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { inPieces } from '../pieces.ts';
import { present } from '../select.ts';

/**
 * The history as PROV-JSON (W3C member submission of 24 April 2013): each version of an object is an entity, each
 * entry of the log an activity, each signature an agent. What the changes said stays behind.
 */
export const provJson: Format = {
  id: 'prov-json',
  label: 'History as PROV-JSON',
  extension: 'prov.json',
  ofWhole: true,
  mediaType: 'application/json',
  encode: (desk, losses) => inPieces(write(desk, losses)),
};

type Section = (step: Step) => readonly (readonly [name: string, members: object])[];

/** One change of the log, and which version of its object it made. */
interface Step {
  readonly entry: LogEntry;
  readonly change: Change;
  readonly version: number;
  readonly isFirst: boolean;
  readonly agent: string;
  /** Whether it is the first step of its agent. */
  readonly isNew: boolean;
}

const entity = ({ change }: Step, version: number): string => `desk:${change.objectId}.${version}`;
const activity = ({ entry }: Step): string => `desk:entry-${entry.seq}`;
const makes = ({ change }: Step): boolean => change.operation.op !== 'remove';

const sections: readonly (readonly [name: string, section: Section])[] = [
  [
    'agent',
    step => (step.isNew ? [[step.agent, { 'prov:type': 'prov:Person', 'foaf:name': step.entry.by }]] : []),
  ],
  [
    'activity',
    step =>
      step.isFirst
        ? [
            [
              activity(step),
              {
                'prov:startTime': step.entry.at,
                'prov:endTime': step.entry.at,
                'desk:hash': step.entry.hash,
              },
            ],
          ]
        : [],
  ],
  [
    'entity',
    step =>
      makes(step)
        ? [
            [
              entity(step, step.version),
              { 'prov:type': `desk:${step.change.kind}`, 'desk:did': step.change.operation.op },
            ],
          ]
        : [],
  ],
  [
    'wasAssociatedWith',
    step =>
      step.isFirst
        ? [[`_:a${step.entry.seq}`, { 'prov:activity': activity(step), 'prov:agent': step.agent }]]
        : [],
  ],
  [
    'wasGeneratedBy',
    step =>
      makes(step)
        ? [
            [
              `_:g-${step.change.id}`,
              {
                'prov:entity': entity(step, step.version),
                'prov:activity': activity(step),
                'prov:time': step.entry.at,
              },
            ],
          ]
        : [],
  ],
  [
    'wasDerivedFrom',
    step =>
      makes(step) && step.version > 1
        ? [
            [
              `_:d-${step.change.id}`,
              {
                'prov:generatedEntity': entity(step, step.version),
                'prov:usedEntity': entity(step, step.version - 1),
              },
            ],
          ]
        : [],
  ],
  [
    'wasInvalidatedBy',
    step =>
      makes(step)
        ? []
        : [
            [
              `_:i-${step.change.id}`,
              {
                'prov:entity': entity(step, step.version - 1),
                'prov:activity': activity(step),
                'prov:time': step.entry.at,
              },
            ],
          ],
  ],
];

async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  const live = present(desk.objects);
  losses.add(
    'claims',
    'What claims say; only that they were made and changed.',
    undefined,
    live.claim.length,
  );
  losses.add('conflicts', 'What conflicts and decisions say.', undefined, live.conflict.length);
  if (desk.scope.of !== 'whole')
    losses.add('history', 'The history: it goes with the whole desk, and this is a part of it.');
  yield '{\n"prefix":{"desk":"urn:variorum:","foaf":"http://xmlns.com/foaf/0.1/"}';
  for (const [name, section] of sections) {
    yield `,\n"${name}":{`;
    let between = '\n';
    for await (const step of stepsOf(desk, losses))
      for (const [key, members] of section(step)) {
        yield `${between}${JSON.stringify(key)}:${JSON.stringify(members)}`;
        between = ',\n';
      }
    yield '\n}';
  }
  yield '\n}\n';
}

async function* stepsOf(desk: DeskView, losses: Losses): AsyncGenerator<Step> {
  const versions = new Map<string, number>();
  const agents = new Map<string, string>();
  for await (const entry of desk.log())
    for (const [i, change] of entry.changes.entries()) {
      const version = (versions.get(change.objectId) ?? 0) + 1;
      versions.set(change.objectId, version);
      const isNew = !agents.has(entry.by);
      if (isNew) {
        agents.set(entry.by, `desk:agent-${agents.size + 1}`);
        leaveHalves(losses, undefined, entry.by);
      }
      yield { entry, change, version, isFirst: i === 0, agent: agents.get(entry.by)!, isNew };
    }
}
