import { CLAIM_LAYER, claimFeatures, featuresOf } from '../claim-features.ts';
import type { DeskView, WrittenFile } from '../format.ts';
import { leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { type MarkedText, markedTexts } from '../marked-texts.ts';
import { inPieces } from '../pieces.ts';

const layer = {
  [CLAIM_LAYER]: {
    '%NAME': CLAIM_LAYER,
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    ...Object.fromEntries(claimFeatures.map(name => [name, { '%NAME': name, '%RANGE': 'uima.cas.String' }])),
  },
};

/** Writes each text as a CAS of its own, with its claims as a layer. */
export async function* files(desk: DeskView, losses: Losses): AsyncGenerator<WrittenFile> {
  leaveOfDesk(losses, desk, [
    'conflicts',
    'history',
    'removed',
    'refusals',
    'entities',
    'sources',
    'former-texts',
  ]);
  for await (const marked of markedTexts(desk, losses))
    yield { name: `${marked.stem}.cas.json`, pieces: inPieces(write(marked, losses)) };
}

async function* write(
  { text, claims, document, revision }: MarkedText,
  losses: Losses,
): AsyncGenerator<string> {
  const sofa = {
    '%ID': 1,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  };
  const whole = {
    '%ID': 2,
    '%TYPE': 'uima.tcas.DocumentAnnotation',
    '@sofa': 1,
    begin: 0,
    end: revision.length,
    language: document.language ?? 'x-unspecified',
  };
  yield `{"%TYPES":${JSON.stringify(layer)},\n"%FEATURE_STRUCTURES":[\n${JSON.stringify(sofa)},\n${JSON.stringify(whole)}`;
  let id = 2;
  for (const { claim, ranges } of claims) {
    const features = featuresOf(claim, losses);
    for (const { start, end } of ranges) {
      const mark = { '%ID': ++id, '%TYPE': CLAIM_LAYER, '@sofa': 1, begin: start, end, ...features };
      yield `,\n${JSON.stringify(mark)}`;
    }
  }
  const members = Array.from({ length: id - 1 }, (_, i) => i + 2);
  yield `],\n"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":${JSON.stringify(members)}}}}\n`;
}
