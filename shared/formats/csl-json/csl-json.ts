import { canonicalJson } from '../../json/canonical.ts';
import type { DeskView, Format } from '../format.ts';
import type { Losses } from '../losses.ts';
import { inPieces } from '../pieces.ts';
import { citedSources } from '../sources/cited-sources.ts';

/** The sources as CSL-JSON, which Zotero and citation processors read. Items are named by their ids on the desk. */
export const cslJson: Format = {
  id: 'csl-json',
  label: 'Sources as CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  encode: (desk, losses) => inPieces(write(desk, losses)),
};

async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  yield '[';
  let between = '\n';
  for (const { source } of citedSources(desk, losses)) {
    yield between + canonicalJson({ ...source.csl, id: source.id });
    between = ',\n';
  }
  yield '\n]\n';
}
