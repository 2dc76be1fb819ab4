import { WorkflowModel } from './workflow';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

/** A Quarkus extension that the image of a workflow has to contain. */
export interface RequiredExtension {
  /** `groupId:artifactId`, with the version where the operator's release tells it. */
  readonly extension: string;
  /** What goes wrong without it. */
  readonly reason: string;
  /** The operator's builder puts it into every image. */
  readonly inBuilder: boolean;
}

/**
 * The extensions that the image of a workflow has to contain for what the operator makes of it: its managed properties, its probes and its
 * ServiceMonitor. The database's come first, which alone the builder does not add by itself.
 */
export function requiredExtensions({ persistenceExtensions, runtime }: OperatorBehaviour, workflow: WorkflowModel): readonly RequiredExtension[] {
  const withVersion = (extension: string) => versioned(extension, runtime);
  return [
    ...workflow.database ? persistenceExtensions.map((extension) => ({
      extension: withVersion(extension), reason: 'instances are not kept in the database', inBuilder: false,
    })) : [],
    ...neededByObjects(workflow).map(({ extension, reason }) => ({ extension: withVersion(extension), reason, inBuilder: true })),
  ];
}

function neededByObjects({ dataIndex, events: { sink }, flow, monitored }: WorkflowModel): Array<Omit<RequiredExtension, 'inBuilder'>> {
  return [
    { extension: 'io.quarkus:quarkus-smallrye-health', reason: 'the probes fail' },
    { extension: 'org.kie:kogito-addons-quarkus-jobs-knative-eventing', reason: 'the connector of the job requests is missing' },
    ...dataIndex ? [{
      extension: 'org.kie:kie-addons-quarkus-events-process', reason: 'the channels to the Data Index have no connector, and the workflow ends with SRMSG00071',
    }] : [],
    ...sink || flow.producesEvents || flow.consumesEvents ? [{
      extension: 'org.kie:kie-addons-quarkus-knative-eventing', reason: 'events are neither sent nor received',
    }] : [],
    ...monitored ? ['kie-addons-quarkus-monitoring-prometheus', 'kie-addons-quarkus-monitoring-sonataflow'].map((artifact) => ({
      extension: `org.kie:${artifact}`, reason: 'there are no metrics for the ServiceMonitor',
    })) : [],
  ];
}

/** One that says its version keeps it. */
function versioned(extension: string, runtime: OperatorBehaviour['runtime']): string {
  const [group, artifact, version] = extension.split(':');
  if (!runtime || artifact === undefined || version !== undefined) return extension;
  return `${extension}:${group === 'io.quarkus' ? runtime.quarkus : runtime.kogito}`;
}
