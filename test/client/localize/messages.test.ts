import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const check = fileURLToPath(new URL('../../../../.scripts/localize.mjs', import.meta.url));

it('every text of the interface is there in every language, with its placeholders and plural forms', function (done) {
  this.timeout(120_000);
  execFile(process.execPath, [check, '--check'], (_error, _out, says) => {
    try {
      expect(says.trim()).to.equal('Every text is there in every language.');
      done();
    } catch (missing) {
      done(missing);
    }
  });
});
