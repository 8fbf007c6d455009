import { expect } from 'chai';
import { eventually } from '../eventually.ts';
import { readerSuite } from './harness.ts';

describe('finding in the text', function () {
  const suite = readerSuite(this);
  const filler = 'nothing to be seen in this line\n'.repeat(4000);
  const text = `Luis Pérez\n${filler}LUIS PEREZ\n${filler}${filler}${filler}${filler}luis\npérez end`;

  const search = async (query: string, options: object = {}) => {
    const { page } = suite.reader;
    await page.evaluate(([q, o]) => harness.reader.find(q, o), [query, options] as const);
    await page.waitForFunction(() => harness.heard.some(told => told.name === 'find' && told.done));
    const told = await suite.reader.heard<{ hits: number; current: number }>('find');
    return told.at(-1)!;
  };
  const painted = (name: string) =>
    suite.reader.page.evaluate(
      wanted =>
        [...(CSS.highlights.get(wanted) ?? [])].map(hit => {
          const range = document.createRange();
          range.setStart(hit.startContainer, hit.startOffset);
          range.setEnd(hit.endContainer, hit.endOffset);
          return range.toString();
        }),
      name,
    );

  it('finds across the whole text, whatever its case, accents and line ends', async () => {
    await suite.reader.show(text, [], { delay: 1 });
    await eventually(async () => expect(await search('luis perez')).to.include({ hits: 3, current: 0 }));
    await suite.reader.frames();
    await eventually(async () => expect(await painted('vr-hit-current')).to.deep.equal(['Luis Pérez']));
    await suite.reader.page.evaluate(() => harness.reader.findNext());
    await suite.reader.page.waitForTimeout(200);
    await eventually(async () => expect(await painted('vr-hit-current')).to.deep.equal(['LUIS PEREZ']));
    await suite.reader.page.evaluate(() => harness.reader.findNext());
    await suite.reader.page.evaluate(() => harness.reader.findNext());
    await suite.reader.page.waitForTimeout(200);
    await eventually(async () => expect(await painted('vr-hit-current')).to.deep.equal(['Luis Pérez']));
  });

  it('begins at the selection, and leaves the hit selected', async () => {
    const { reader } = suite;
    await reader.show(text);
    await reader.caret(50);
    await eventually(async () => expect(await search('luis perez')).to.include({ hits: 3, current: 1 }));
    await reader.page.evaluate(() => harness.reader.endFind());
    await reader.frames();
    const { anchor, head } = await reader.selection();
    expect(text.slice(anchor, head)).to.equal('LUIS PEREZ');
    await eventually(async () => expect(await painted('vr-hit')).to.deep.equal([]));
  });

  it('minds case and accents when asked, and finds nothing where nothing is', async () => {
    await suite.reader.show(text);
    await eventually(async () =>
      expect(await search('Luis Pérez', { matchCase: true, matchAccents: true })).to.include({ hits: 1 }),
    );
    await eventually(async () => expect(await search('Lois')).to.include({ hits: 0, current: -1 }));
  });
});
