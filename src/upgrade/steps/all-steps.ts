import { APACHE_STEPS } from './apache';
import { STEPS_OF_EVERY_HOP } from './every-hop';
import { STEPS_TO_1_36 } from './logic-1-36';
import { STEPS_TO_1_37 } from './logic-1-37';
import { STEPS_TO_1_38, STEPS_TO_1_39 } from './logic-1-38';
import { UpgradeStep } from '../step';

/** All that an upgrade may need, each with when it applies, where that is said and how sure it is. */
export const UPGRADE_STEPS: readonly UpgradeStep[] = [
  ...STEPS_OF_EVERY_HOP, ...STEPS_TO_1_36, ...STEPS_TO_1_37, ...STEPS_TO_1_38, ...STEPS_TO_1_39, ...APACHE_STEPS,
];
