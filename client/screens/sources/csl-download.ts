import type { Source } from '../../../shared/model/source.ts';

/** Lets the person keep sources as a file of CSL-JSON, as other citation programs read it. */
export function downloadCsl(sources: readonly Source[]): void {
  const items = sources.map(({ id, csl }) => ({ ...csl, id }));
  const blob = new Blob([`${JSON.stringify(items, undefined, 2)}\n`], {
    type: 'application/vnd.citationstyles.csl+json',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'sources.csl.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
