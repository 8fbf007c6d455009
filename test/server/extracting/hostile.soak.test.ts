import { hostileSuite } from './hostile-suite.ts';

describe('very large files of other kinds that mean no good', () => {
  hostileSuite(1, 3000);
});
