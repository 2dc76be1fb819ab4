import { Property } from '../go/properties-format';

/** How properties are called that are secrets. */
const SECRET_NAME = /(?:^|[._-])(?:password|passwd|pwd|passphrase|secret|credentials|token|(?:api|access|private|secret|encryption|signing)[._-]?key)$/i;
/** The same words at the end of a name in camel case. */
const SECRET_CAMEL = /[a-z](?:Password|Passphrase|Secret|Token|(?:Api|Access|Private|Secret)Key)$/;
/** What says yes or no, counts, names a place, or takes its value from elsewhere. */
const NO_SECRET = /^(?:true|false|\d{1,6}|.*\$\{.*|[a-z+]+:\/\/.*|\/.*|classpath:.*|file:.*)?$/is;

/** Whether a property has a secret as its value, by its name and the look of the value. */
export function secretLike({ name, value }: Property): boolean {
  return (SECRET_NAME.test(name) || SECRET_CAMEL.test(name)) && !NO_SECRET.test(value.trim());
}
