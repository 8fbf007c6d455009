import { ownChoice } from '../../../../shared/derivation/own-values.ts';
import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import { type Extracted, type Extractor, type OriginalFile, Unextractable } from '../../extractor.ts';

const TIMES = /^\s*(?:\d+\s*(?:\r\n?|\n))?\s*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}\s*-{1,2}>/;
const VTT = /^WEBVTT(?:[ \t\r\n]|$)/;

/** Reads subtitles and transcripts in SubRip (SRT) and WebVTT; each stretch knows when it is said. */
export const subtitles: Extractor = {
  id: 'subtitles',
  version: '1',
  label: 'subtitles or a transcript',
  mediaType: 'text/vtt',
  endings: ['srt', 'vtt'],
  reads: 'text',
  recognises(beginning, name) {
    if (/\.(?:srt|vtt)$/i.test(name ?? '')) return true;
    const start = beginningOf(beginning);
    return VTT.test(start) || TIMES.test(start);
  },
  encodingOf: beginning => (VTT.test(beginningOf(beginning)) ? 'utf-8' : undefined),
  async extract({ text = '' }: OriginalFile, options): Promise<Extracted> {
    const [{ readCues }, { writeCues }] = await Promise.all([import('./read-cues.ts'), import('./write.ts')]);
    const { format, cues, astray, title, language } = readCues(text);
    if (cues.length === 0)
      throw new Unextractable(
        'No subtitle with its times is found in this file. They look like this: 00:01:02,500 --> 00:01:05,000',
      );
    const join = options.join === 'cues' ? 'cues' : 'paragraphs';
    const { builder, repeated } = writeCues(cues, format, join);
    const built = builder.build();
    if (built.text === '') throw new Unextractable('The subtitles in this file hold no words.');
    const remarks: Remark[] = [];
    if (repeated > 0) remarks.push(remark('captions-roll', { count: repeated }));
    if (astray > 0) remarks.push(remark('lines-astray', { count: astray }));
    return {
      ...built,
      options: { join },
      choices: [ownChoice('join', ['paragraphs', 'cues'])],
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      remarks,
    };
  },
};

/** As far as it matters here, text in UTF-16 reads like any other without its zeros. */
function beginningOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');
}
