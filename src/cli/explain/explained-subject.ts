import { ExplainOptions } from './explain-command';
import { LocatedFinding } from '../../findings/place';
import { list, listNearest, quote, suggest } from '../../findings/words';
import { Landscape } from '../../model/landscape';
import { platformModel, PlatformModel } from '../../model/platform';
import { WorkflowResource } from '../../model/resource';
import { SERVICE_KINDS, ServiceKind, ServiceModel } from '../../model/service';
import { foundAt } from '../../rules/found';

/** Words of the command line, by the names of the model. */
const SERVICES: Readonly<Record<NonNullable<ExplainOptions['service']>, ServiceKind>> = { 'data-index': 'dataIndex', 'jobs-service': 'jobsService' };

/** A supporting service, and the platform that it is a part of. */
export interface FoundService {
  readonly title: string;
  readonly platform: PlatformModel;
  readonly service: ServiceModel;
}

export function isProblem(found: object): found is LocatedFinding {
  return 'rule' in found;
}

/** The workflow that is asked for, or the only one that there is. */
export function findWorkflow(
  landscape: Landscape, { workflow: name, namespace }: Pick<ExplainOptions, 'workflow' | 'namespace'>, files: readonly string[],
): WorkflowResource | LocatedFinding {
  const workflows = landscape.workflows.filter(({ context }) => !context);
  const inNamespace = workflows.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  const [found, ...others] = inNamespace.filter(({ metadata }) => name === undefined || metadata.name === name);
  if (found && others.length === 0) return found;
  const names = [...new Set(inNamespace.map(({ metadata }) => metadata.name))];
  if (found && name !== undefined) {
    return problem(files, {
      given: `${quote(name)}, the name of ${others.length + 1} workflows`,
      allowed: `one of the namespaces ${list([found, ...others].map(({ metadata }) => metadata.namespace))}`,
      fix: 'add --namespace',
    });
  }
  if (name === undefined) {
    return problem(files, {
      given: found ? `${others.length + 1} workflows` : `no workflow${inNamespaceWords(namespace)}`,
      allowed: found ? `one of ${list(names)}` : 'files with a workflow',
      fix: found ? names.length === 1 ? 'add --namespace' : 'add --workflow' : 'name a file or folder that has one',
    });
  }
  return problem(files, {
    given: `${quote(name)}, which is no workflow${inNamespaceWords(namespace)}`,
    allowed: names.length === 0 ? 'the name of a workflow in the files, which have none' : listNearest(name, names),
    fix: suggest(name, names, 'name one of these'),
  });
}

/** The supporting service of the platform of a namespace, or of the only platform that has one. */
export function findService(
  landscape: Landscape, { service: word = 'jobs-service', namespace }: ExplainOptions, files: readonly string[],
): FoundService | LocatedFinding {
  const kind = SERVICES[word];
  const { title } = SERVICE_KINDS[kind];
  const found = landscape.namespaces.filter((name) => namespace === undefined || name === namespace)
    .flatMap((name) => landscape.platforms(name)).filter(({ context }) => !context)
    .flatMap((resource): FoundService[] => {
      const platform = platformModel(landscape, resource);
      const service = platform[kind];
      return service ? [{ title, platform, service }] : [];
    });
  const [one, ...others] = found;
  if (one && others.length === 0) return one;
  return problem(files, {
    given: one ? `${found.length} platforms with a ${title}` : `no platform with a ${title}${inNamespaceWords(namespace)}`,
    allowed: one ? `one of the namespaces ${list(found.map(({ service }) => service.namespace))}` : `a platform with spec.services.${SERVICE_KINDS[kind].field}`,
    fix: one ? 'add --namespace' : 'name a file or folder that has one',
  });
}

function inNamespaceWords(namespace: string | undefined): string {
  return namespace === undefined ? '' : ` in the namespace ${quote(namespace)}`;
}

function problem(files: readonly string[], words: Pick<LocatedFinding, 'given' | 'allowed' | 'fix'>): LocatedFinding {
  return foundAt('SF-INPUT-WORKFLOW', { where: list(files) }, words);
}
