import { describeRenderings } from './case-charts';
import { PATCHES } from './patched-constructs';

describeRenderings('patched constructs', () => PATCHES);
