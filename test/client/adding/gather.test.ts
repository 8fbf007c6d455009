import { expect } from 'chai';
import { lanes } from '#client/screens/library/gather/lanes.js';
import { whyPassedOver } from '#client/screens/library/gather/passed-over.js';

describe('files of a folder', () => {
  for (const [path, size, why] of [
    ['papers/call.html', 10, undefined],
    ['papers/call', 10, undefined],
    ['papers/scan.PDF', 10, undefined],
    ['papers/photo.JPG', 10, 'kind'],
    ['page_files/style.css', 10, 'kind'],
    ['papers/.git/config', 10, 'hidden'],
    ['papers/~$letter.docx', 10, 'hidden'],
    ['__MACOSX/call.html', 10, 'hidden'],
    ['papers/nothing.txt', 0, 'empty'],
    ['papers/long.txt', 1001, 'large'],
    ['papers/just.txt', 1000, undefined],
  ] as const)
    it(`${why ? `passes over ${path}: ${why}` : `offers ${path}`}`, () => {
      expect(whyPassedOver(path, size, 1000)).to.equal(why);
    });

  it('are looked at a few at once, in their order, whatever becomes of one', async () => {
    const turn = lanes(2);
    const begun: number[] = [];
    let now = 0;
    let most = 0;
    const done = await Promise.allSettled(
      [0, 1, 2, 3, 4, 5].map(one =>
        turn(async () => {
          begun.push(one);
          most = Math.max(most, ++now);
          await Promise.resolve();
          now--;
          if (one === 1) throw new Error('broken');
          return one;
        }),
      ),
    );
    expect(begun).to.eql([0, 1, 2, 3, 4, 5]);
    expect(most).to.equal(2);
    expect(done.filter(({ status }) => status === 'rejected')).to.have.length(1);
  });
});
