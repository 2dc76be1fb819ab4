import { ensure, objectOf, WorkflowContext } from './workflow-context';
import { goDuration } from '../../go/duration';
import { goForm } from '../../go/form';
import { Json, JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { Manifest } from '../parts/manifest';

const EXTENSIONS = 'QUARKUS_EXTENSIONS';

/**
 * The operator's note to itself to build the image of a workflow; without an operator it makes no sense.
 *
 * @see operator-behaviour 4.13
 */
export function workflowBuild(context: WorkflowContext): Manifest[] {
  const { landscape: { operator, corrected }, workflow: { platform, database } } = context;
  if (corrected) return [];
  const { timeout, resources, arguments: args, buildArgs, envs } = asObject(platform?.spec.build?.template);
  const variables = environment(buildArgs);
  return ensure(context, objectOf(context, 'build', {
    content: {
      spec: withoutUndefined({
        timeout: goDuration(asText(timeout, '0')),
        resources: goForm({ resources: resources ?? null }).resources,
        arguments: nonEmpty(asList(args) as Json[]),
        buildArgs: nonEmpty(database ? withExtensions(operator, variables) : variables),
        envs: nonEmpty(environment(envs)),
      }),
    },
  }));
}

function environment(variables: unknown): JsonObject[] {
  return asList(goForm({ env: asList(variables) as Json[] }).env) as JsonObject[];
}

/** The extensions that a database needs, unless the user chose any of them. */
function withExtensions({ persistenceExtensions }: OperatorBehaviour, buildArgs: readonly JsonObject[]): JsonObject[] {
  const place = buildArgs.findIndex(({ name }) => name === EXTENSIONS);
  const chosen = asText(buildArgs[place]?.value);
  if (persistenceExtensions.some((extension) => chosen.includes(extension))) return [...buildArgs];
  const value = [...chosen === '' ? [] : [chosen], ...persistenceExtensions].join(',');
  if (place < 0) return [...buildArgs, { name: EXTENSIONS, value }];
  return buildArgs.map((variable, i) => i === place ? { ...variable, value } : variable);
}

function nonEmpty(items: readonly Json[]): Json[] | undefined {
  return items.length > 0 ? [...items] : undefined;
}
