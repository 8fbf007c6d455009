import { hostileSuite } from './hostile-suite.ts';

describe('files of other kinds that mean no good', () => {
  hostileSuite(0.02, 10);
});
