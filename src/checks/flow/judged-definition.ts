import { definitionFindings } from './definition-findings';
import { Finding } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { Origin } from '../../findings/origin';
import { LocatedFinding } from '../../findings/place';
import { JsonObject } from '../../json/json';
import { API_VERSION } from '../../model/resource';
import { found, foundAt } from '../../rules/found';
import { judge } from '../../validation/schema';
import { checkGiven } from '../../values/given';
import { OperatorVersion } from '../../values/operator/operator-version';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { filesGiven } from '../../workflow-definition/files/files-beside';
import { schemaFindings } from '../schema-findings';

/** For what a definition is judged. */
export interface DefinitionFindingsOptions {
  /**
   * The operator whose custom resource the definition is to go into; what its CRD refuses is found too.
   * @default - none; as the engine reads the definition
   */
  readonly operatorVersion?: OperatorVersion;

  /**
   * The texts of the files beside the definition, by their paths from its folder.
   * @default - those in the folder of the file; beside a text or an object they are not known, and nothing is said of them
   */
  readonly files?: Record<string, string>;
}

/** A definition as it was written. */
export interface WrittenDefinition {
  readonly definition: JsonObject;
  /** What goes into a custom resource. */
  readonly flow: Record<string, unknown>;
  readonly origin: Origin;
}

/**
 * All that is found about a definition, whatever it is and whatever is asked for: nothing is thrown.
 *
 * @param beside the files beside it, where none are given
 */
export function judgeDefinition(
  where: string, read: () => WrittenDefinition, options: DefinitionFindingsOptions, beside: () => DefinitionFiles | undefined = () => undefined,
): Finding[] {
  try {
    checkGiven(where, options, { operatorVersion: { of: OperatorVersion, by: 'OperatorVersion.APACHE_10_1_0 and its like' }, files: { record: 'text' } });
    const { definition, flow, origin } = read();
    const { operatorVersion, files } = options;
    return [
      ...definitionFindings(definition, { origin: 'file', files: files ? filesGiven(files) : beside() }).map(({ rule, ...violation }) => found(rule, origin, violation)),
      ...operatorVersion ? refusedFlow(operatorVersion, definition, flow, origin) : [],
    ];
  } catch (error) {
    if (error instanceof FindingsError) return [...error.findings];
    return [foundAt('SF-FLOW-DEFINITION', { where }, {
      given: `what cannot be read (${String((error as Error).message).split('\n')[0]})`,
      allowed: 'one workflow definition: an object with id and states',
      fix: 'give the text of one .sw.yaml or .sw.json file, or what it says as an object',
    })];
  }
}

const IN_RESOURCE = ['spec', 'flow'];

/** What the API server refuses of the custom resource that the definition would go into. */
function refusedFlow({ _behaviour: { crds } }: OperatorVersion, { id }: JsonObject, flow: Record<string, unknown>, origin: Origin): LocatedFinding[] {
  const { problems } = judge(crds, { apiVersion: API_VERSION, kind: 'SonataFlow', metadata: { name: id ?? 'workflow' }, spec: { flow: flow as JsonObject } });
  const ofFlow = problems.filter(({ path }) => IN_RESOURCE.every((step, i) => path[i] === step));
  return schemaFindings(ofFlow.map((problem) => ({ ...problem, path: problem.path.slice(IN_RESOURCE.length) })), origin);
}
