import { type Conflict, decisionInForce } from '../../model/conflict.ts';
import { outcome, severity } from '../../model/scales.ts';
import { esc, labelOf, paragraphs, signed } from './words.ts';

/** Writes a conflict with its sides, its decision and what was said against it. */
export function conflictPart(conflict: Conflict, claims: ReadonlySet<string>): string {
  const decision = decisionInForce(conflict);
  const sides = conflict.sides.map(({ id, value, claimIds }) => {
    const links = claimIds.map((claim, i) =>
      claims.has(claim) ? `<a href="#claim-${claim}">claim ${i + 1}</a>` : `claim ${i + 1}`,
    );
    const chosen = decision?.sideId === id ? ' <b>— held to be right</b>' : '';
    return `<li>${esc(value)}${chosen} <span class="meta">${links.join(', ')}</span></li>`;
  });
  const reopened = conflict.decisions.flatMap(({ reopened: again }) =>
    again ? [`<p>Taken up again:</p>${paragraphs(again.reason)}<p>${signed(again.by, again.at)}</p>`] : [],
  );
  return [
    `<article class="conflict" id="conflict-${conflict.id}"><h3>${esc(conflict.title)}</h3><p>`,
    decision
      ? `<span class="mark">${esc(labelOf(outcome.steps, decision.outcome))}</span>`
      : '<span class="mark open">Open</span>',
    `<span class="meta">${esc(labelOf(severity.steps, conflict.severity))}, ${esc(conflict.kind)}</span></p>`,
    `<ol>${sides.join('')}</ol>`,
    decision?.preferred === undefined ? '' : `<p>Preferred form: <b>${esc(decision.preferred)}</b></p>`,
    decision ? `${paragraphs(decision.reason)}<p>${signed(decision.by, decision.at)}</p>` : '',
    ...conflict.dissent.map(
      ({ text, by, at }) => `<p><b>Dissent.</b></p>${paragraphs(text)}<p>${signed(by, at)}</p>`,
    ),
    ...reopened,
    conflict.grounds.length === 0
      ? ''
      : `<ul class="meta">${conflict.grounds.map(ground => `<li>${ground.for ? 'For' : 'Against'}: ${esc(ground.says)}</li>`).join('')}</ul>`,
    '</article>\n',
  ].join('');
}
