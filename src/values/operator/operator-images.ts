import { givenProblem } from '../given';
import { imagesByDigest } from './image-digests';
import { OperatorImageOverrides } from './operator-image-overrides';
import { OperatorVersion } from './operator-version';
import { throwIfAny } from '../../rules/value-problem';

/**
 * The images of an operator in other forms than the tags that `OperatorVersion` has.
 *
 * @example
 * const { builder } = OperatorImages.digests(OperatorVersion.OSL_1_38);
 * expect(builder).toContain('@sha256:');
 */
export class OperatorImages {
  /**
   * The images by digest, as the operators of OpenShift Serverless Logic run them since 1.37.
   *
   * @param operator a release; one with a mirrored registry keeps it
   * @throws SF-OPERATOR for an operator that runs its images by tag
   * @example
   * OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, images: OperatorImages.digests(OperatorVersion.OSL_1_38) })
   */
  public static digests(operator: OperatorVersion): OperatorImageOverrides {
    throwIfAny('OperatorImages.digests', [givenProblem('the operator', operator, { of: OperatorVersion, by: 'OperatorVersion.OSL_1_38 and its like' })]);
    const images = imagesByDigest(operator._behaviour.imageNaming);
    throwIfAny('OperatorImages.digests', [images ? undefined : {
      rule: 'SF-OPERATOR',
      given: 'an operator whose images have no known digests',
      allowed: 'OpenShift Serverless Logic 1.37.0 to 1.38.1',
      fix: 'leave the images as they are: this operator runs them by tag',
    }]);
    return { ...images };
  }

  private constructor() { }
}
