import { hostileSuite } from './hostile-suite.ts';

describe('files of annotations that mean no good', () => {
  hostileSuite(0.02, 40);
});
