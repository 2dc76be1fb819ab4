import { OperatorVersion } from '../values/operator-version';

/** By the names of the releases. */
export const OPERATORS: Readonly<Record<string, OperatorVersion>> = {
  '10.1.0': OperatorVersion.APACHE_10_1_0,
  '1.x': OperatorVersion.KUBESMARTS_1_X,
};
