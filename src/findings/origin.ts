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

/** An origin whose places are in a file; of those that are in none, a construct is the place. */
export function placedOr(origin: Origin, construct: string): Origin {
  return {
    locate: (path) => {
      const location = origin.locate(path);
      return location.place ? location : { where: construct };
    },
  };
}
