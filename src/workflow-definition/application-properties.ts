import { inputFileFinding, readInputFile } from './files/input-file';
import { FindingsError } from '../findings/findings-error';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';

const ALLOWED_FILE = 'an application.properties file in UTF-8';

/**
 * The application properties that a workflow brings itself: a file, a text, or a record.
 *
 * @example
 * new WorkflowConstruct(platform, 'Greet', { definition, applicationProperties: ApplicationProperties.fromFile('workflows/greet.properties') });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/core/configuration-properties.html
 */
export class ApplicationProperties {
  /**
   * Reads an `application.properties` file; it goes out as it is.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when it cannot be read
   * @example
   * ApplicationProperties.fromFile('workflows/greet.properties');
   */
  public static fromFile(path: string): ApplicationProperties {
    const bytes = readInputFile(path, ALLOWED_FILE);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new FindingsError([inputFileFinding(path, 'a file that is not UTF-8', ALLOWED_FILE)]);
    }
    return new ApplicationProperties(text);
  }

  /**
   * Takes the text of an `application.properties` file; it goes out as it is.
   *
   * @example
   * ApplicationProperties.fromString('quarkus.log.level=INFO\n');
   */
  public static fromString(text: string): ApplicationProperties {
    throwIfAny('ApplicationProperties.fromString', [givenProblem('the text', text, 'text')]);
    return new ApplicationProperties(text);
  }

  /**
   * Takes names and values; whatever has a meaning in a properties file is escaped. Sorted by name.
   *
   * @example
   * ApplicationProperties.fromRecord({ 'quarkus.log.level': 'INFO' });
   */
  public static fromRecord(properties: Record<string, string>): ApplicationProperties {
    throwIfAny('ApplicationProperties.fromRecord', [givenProblem('what is given', properties, { record: 'knownText' })]);
    const lines = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${escapeName(name)}=${escapeValue(value)}\n`);
    return new ApplicationProperties(lines.join(''));
  }

  /** The text of the file. */
  public readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }
}

const LINE_BREAKS: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' };

function escapeValue(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/[\n\r\t\f]/g, (c) => LINE_BREAKS[c] ?? c).replace(/^ /, '\\ ');
}

function escapeName(name: string): string {
  return name.replace(/[\\ :=#!]/g, (c) => `\\${c}`).replace(/[\n\r\t\f]/g, (c) => LINE_BREAKS[c] ?? c);
}
