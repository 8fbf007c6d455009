import { bibtex } from './bibtex/bibtex.ts';
import { brat } from './brat/brat.ts';
import { claimReview } from './claim-review/claim-review.ts';
import { cslJson } from './csl-json/csl-json.ts';
import { csv } from './csv/csv.ts';
import { doccano } from './doccano/doccano.ts';
import type { Format } from './format.ts';
import { htmlReport } from './html-report/html-report.ts';
import { hypothesis } from './hypothesis/hypothesis.ts';
import { jsonl } from './jsonl/jsonl.ts';
import { labelStudio } from './label-studio/label-studio.ts';
import { patch } from './patch/patch.ts';
import { provJson } from './prov-json/prov-json.ts';
import { recogito } from './recogito/recogito.ts';
import { ris } from './ris/ris.ts';
import { tei } from './tei/tei.ts';
import { uimaCasJson } from './uima-cas-json/uima-cas-json.ts';
import { variorumJson } from './variorum-json/variorum-json.ts';
import { webAnnotation } from './web-annotation/web-annotation.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts';

/** Every format, in the order of the menu: one line each. */
export const formats: readonly Format[] = [
  variorumJson,
  webAnnotation,
  hypothesis,
  recogito,
  csv,
  jsonl,
  htmlReport,
  claimReview,
  brat,
  doccano,
  labelStudio,
  webannoTsv,
  uimaCasJson,
  tei,
  cslJson,
  bibtex,
  ris,
  provJson,
  patch,
];

/** @returns the format with an id, or undefined. */
export function formatWith(id: string): Format | undefined {
  return formats.find(format => format.id === id);
}
