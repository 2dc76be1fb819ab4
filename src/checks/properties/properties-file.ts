import { LITERAL_WORDS } from './prop-literal';
import { inFile, LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { parseProperties } from '../../go/properties-format';
import { isFailure } from '../../json/failure';
import { secretLike } from '../../properties/secret-like';
import { foundAt } from '../../rules/found';

/** What stays on the machine of a developer. */
const LOCAL = /^%(?:dev|test)\./;

/** What is wrong with an application.properties beside a definition: it goes into the image, and `kn workflow` writes it into a ConfigMap. */
export function propertiesFileFindings(file: string, text: string): LocatedFinding[] {
  const properties = parseProperties(text);
  if (isFailure(properties)) return [];
  return properties.entries.filter((property) => !LOCAL.test(property.name) && secretLike(property))
    .map(({ name }) => foundAt('SF-PROP-LITERAL', inFile(file), { given: `a value of ${quote(name)}`, ...LITERAL_WORDS }));
}
