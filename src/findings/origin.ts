import { Location } from './place';
import { FieldPath } from '../json/field-path';

/** What tells a user where something in an object was said. */
export interface Origin {
  /**
   * The place of a field.
   *
   * @param path from the object to the field; the whole object when not given
   */
  locate(path?: FieldPath): Location;
}
