import type { Extractor } from './extractor.ts';
import { docx } from './extractors/docx/docx.ts';
import { epub } from './extractors/epub/epub.ts';
import { html } from './extractors/html/html.ts';
import { json } from './extractors/json/json.ts';
import { mediawikiXml } from './extractors/mediawiki-xml/mediawiki-xml.ts';
import { pdf } from './extractors/pdf/pdf.ts';
import { subtitles } from './extractors/subtitles/subtitles.ts';
import { table } from './extractors/table/table.ts';

/**
 * Every kind of file that text is made of, one line each; the first that recognises a file takes it. Their modules are
 * light: an extractor loads its library within `extract`, which only the extracting process calls.
 */
export const extractors: readonly Extractor[] = [docx, subtitles, table, json, pdf, epub, mediawikiXml, html];
