import { canonicalJson } from '../../json/canonical.ts';
import type { Conflict, Decision } from '../../model/conflict.ts';
import { dateTime, type Node, person, urn, words } from './terms.ts';

/**
 * Writes a conflict as an annotation on the annotations of its claims: a question while it is open, an assessment
 * once it is settled.
 * @param changedAt when it was last changed, where that is known
 */
export function conflictAnnotation(conflict: Conflict, changedAt: string | undefined): Node {
  const created = dateTime(conflict.raisedAt);
  const modified = changedAt === undefined ? created : dateTime(changedAt);
  return {
    id: urn(conflict.id),
    type: 'Annotation',
    motivation: conflict.state === 'settled' ? 'assessing' : 'questioning',
    creator: person(conflict.raisedBy),
    created,
    ...(modified === created ? {} : { modified }),
    body: bodies(conflict),
    target: [...new Set(conflict.sides.flatMap(({ claimIds }) => claimIds.map(urn)))],
  };
}

function bodies(conflict: Conflict): Node[] {
  const { decisions, dissent, grounds, kind, severity, sides, state, title } = conflict;
  const particulars = { decisions, grounds, severity, sides, state };
  return [
    words('describing', title),
    words('classifying', kind),
    words('describing', canonicalJson(particulars), { format: 'application/json' }),
    ...decisions.flatMap(decisionBodies),
    ...dissent.map(({ at, by, id, text }) =>
      words('replying', text, { id: urn(id), creator: person(by), created: dateTime(at) }),
    ),
  ];
}

function decisionBodies({ at, by, id, preferred, reason, reopened }: Decision): Node[] {
  const said = { creator: person(by), created: dateTime(at) };
  return [
    words('assessing', reason, { id: urn(id), ...said }),
    ...(preferred === undefined ? [] : [words('editing', preferred, said)]),
    ...(reopened
      ? [
          words('commenting', reopened.reason, {
            creator: person(reopened.by),
            created: dateTime(reopened.at),
          }),
        ]
      : []),
  ];
}
