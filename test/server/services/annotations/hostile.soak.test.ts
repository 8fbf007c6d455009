import { hostileSuite } from './hostile-suite.ts';

describe('very large files of annotations that mean no good', () => {
  hostileSuite(1, 5_000);
});
