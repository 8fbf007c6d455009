import { expect } from 'chai';
import { Unextractable } from '../../../../server/extracting/extractor.ts';
import { pdf } from '../../../../server/extracting/extractors/pdf/pdf.ts';
import { Derivation } from '../../../../shared/model/derivation.ts';
import { column, makePdf } from '../../../support/pdf.ts';

const page = column(['The committee met in Vigo on 3 May', 'and elected a chair.']);
const extract = async (bytes: Uint8Array, options = {}) => pdf.extract({ bytes }, options);

const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await extract(bytes);
  } catch (error) {
    expect(error).to.be.instanceOf(Unextractable);
    return (error as Error).message;
  }
  throw new Error('It was read.');
};

describe('PDF files', function () {
  this.timeout(20_000);

  it('become text with the place of each line, the same each time', async () => {
    const bytes = makePdf({ pages: [page], title: 'Minutes', language: 'en-GB' });
    const made = await extract(bytes);
    expect(made.text).to.equal('The committee met in Vigo on 3 May and elected a chair.');
    expect(made).to.include({ title: 'Minutes', language: 'en-GB' });
    expect(Derivation.parse(made.derivation).stretches.map(({ at }) => at.page)).to.deep.equal([1, 1]);
    const [left, bottom, right, top] = made.derivation.stretches[0]!.at.box!;
    expect([left, Math.round(bottom), Math.round(top)]).to.deep.equal([72, 698, 710]);
    expect(right).to.be.within(230, 260);
    expect(made.options).to.deep.equal({ lines: 'joined', running: 'left-out' });
    expect(await extract(bytes)).to.deep.equal(made);
  });

  it('leave the engine its own JSON, which takes what is nested deep', async () => {
    await extract(makePdf({ pages: [page] }));
    expect(String(JSON.stringify)).to.include('[native code]');
    expect(String(JSON.parse)).to.include('[native code]');
  });

  it('have the numbers that are printed on their pages', async () => {
    const { derivation } = await extract(makePdf({ pages: [page, page], labels: '/S /r' }));
    expect(derivation.stretches.map(({ at }) => at.pageLabel)).to.deep.equal(['i', 'i', 'ii', 'ii']);
  });

  it('have letters for accents, ligatures and forms, and count what nobody can tell', async () => {
    const { text } = await extract(makePdf({ pages: [column(['caf\xe9 na\xa8ive'])] }));
    expect(text).to.equal('café naïve');
  });

  it('say which pages have no text, and that none has any', async () => {
    const { remarks } = await extract(makePdf({ pages: [page, [], [], page] }));
    expect(remarks.map(({ says }) => says).join()).to.include('Pages 2–3 have no text layer');
    expect(await refusal(makePdf({ pages: [[], []] })))
      .to.include('no text layer (2 pages')
      .and.include('OCR');
  });

  it('open where only changing them is locked, and say so where a password is asked for', async () => {
    const open = makePdf({ pages: [page], title: 'Minutes', passwords: { owner: 'secret', user: '' } });
    expect(await extract(open)).to.include({
      text: (await extract(makePdf({ pages: [page] }))).text,
      title: 'Minutes',
    });
    const closed = makePdf({ pages: [page], passwords: { owner: 'secret', user: 'mine' } });
    expect(await refusal(closed)).to.include('password');
  });

  it('are read as far as they go where their end is missing, and refused where nothing is left', async () => {
    const whole = makePdf({ pages: [page, page] });
    const { text, remarks } = await extract(whole.subarray(0, whole.length - 8));
    expect(text).to.include('The committee met');
    expect(remarks.map(({ says }) => says).join()).to.include('The end of the file is missing');
    expect(await refusal(whole.subarray(0, whole.length / 2))).to.include('damaged');
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nnothing of a PDF'))).to.include('damaged');
  });

  it('end in a clear way however their bytes are changed', async () => {
    const whole = makePdf({ pages: [page, page], title: 'Minutes' });
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.slice();
      bytes[at] = bytes[at]! ^ (1 << (at % 8));
      try {
        expect((await extract(bytes)).text).to.be.a('string');
      } catch (error) {
        expect(error, `byte ${at}`).to.be.instanceOf(Unextractable);
      }
    }
  });

  it('are recognised by their beginning, also after bytes that do not belong to them', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(pdf.recognises(bytes('%PDF-1.7\n'), undefined)).to.equal(true);
    expect(pdf.recognises(bytes(`\n\n${' '.repeat(300)}%PDF-1.4`), 'a.bin')).to.equal(true);
    expect(pdf.recognises(bytes('about %PDF files'), 'a.pdf')).to.equal(false);
  });
});
