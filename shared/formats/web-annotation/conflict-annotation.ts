import { canonicalJson } from '../../json/canonical.ts';
import type { Conflict, Decision } from '../../model/conflict.ts';
import { type Node, person, urn, words } from './terms.ts';

/**
 * Writes a conflict as an annotation on the annotations of its claims: a question while it is open, an assessment
 * once it is settled.
 * @param changedAt when it was last changed, where that is known
 */
export function conflictAnnotation(conflict: Conflict, changedAt: string | undefined): Node {
  const created = conflict.raisedAt;
  const modified = changedAt ?? created;
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
  const { decisions, dissent, found, grounds, key, kind, severity, sides, state, title } = conflict;
  const particulars = {
    ...{ decisions, dissent, grounds, key, severity, sides, state },
    ...(found === undefined ? {} : { found }),
  };
  return [
    words('describing', title),
    words('classifying', kind),
    words('describing', canonicalJson(particulars), { format: 'application/json' }),
    ...decisions.flatMap(decisionBodies),
    ...dissent.map(({ at, by, text }) => words('replying', text, { creator: person(by), created: at })),
  ];
}

function decisionBodies({ at, by, preferred, reason, reopened }: Decision): Node[] {
  const said = { creator: person(by), created: at };
  return [
    words('assessing', reason, said),
    ...(preferred === undefined ? [] : [words('editing', preferred, said)]),
    ...(reopened
      ? [
          words('commenting', reopened.reason, {
            creator: person(reopened.by),
            created: reopened.at,
          }),
        ]
      : []),
  ];
}
