import { serviceBroker } from './service-eventing';
import { Finding, Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { brokerState } from '../../model/broker';
import { Landscape } from '../../model/landscape';
import { PlatformModel } from '../../model/platform';
import { SERVICE_KINDS, ServiceModel } from '../../model/service';

/** Why a step on the way to a supporting service cannot be done, if it cannot. */
export interface ServiceObstacles {
  readonly configuration?: Finding;
  readonly deployment?: Finding;
  readonly triggers?: Finding;
  readonly sinkBinding?: Finding;
}

type Problem = Pick<Finding, 'rule' | 'field' | 'given' | 'fix'>;

/**
 * Where the operator gives up on a service, or where nothing can be made for a cluster.
 *
 * @see operator-behaviour 2.12, 11.4
 */
export function serviceObstacles(landscape: Landscape, { resource }: PlatformModel, service: ServiceModel): ServiceObstacles {
  const finding = (problem: Problem | undefined): Finding | undefined => problem && {
    severity: landscape.corrected ? Severity.ERROR : Severity.WARNING,
    where: resource.origin.locate(problem.field),
    allowed: landscape.corrected ? 'what the cluster can take' : 'the operator stops there: what comes after it is not made',
    ...problem,
  };
  const withoutKnative = landscape.facts.knative ? undefined : finding(noKnative(service));
  const onlyOperator = (problem: Problem | undefined) => landscape.corrected ? undefined : finding(problem);
  return {
    configuration: onlyOperator(unreadableUrl(service)),
    deployment: service.sink && !landscape.corrected ? withoutKnative : undefined,
    triggers: (serviceBroker(service) && withoutKnative) ?? onlyOperator(addressAlone(service) ?? notReady(landscape, service)),
    sinkBinding: service.sink && withoutKnative,
  };
}

function unreadableUrl({ kind, reactiveUrl, database }: ServiceModel): Problem | undefined {
  return isFailure(reactiveUrl) ? {
    rule: 'SF-PG-JDBC-KIND',
    field: `spec${database?.source === 'own' ? `.services.${SERVICE_KINDS[kind].field}` : ''}.persistence.postgresql.jdbcUrl`,
    given: `a URL that the operator cannot parse: ${reactiveUrl.reason}`,
    fix: 'write jdbc:postgresql://host:port/database',
  } : undefined;
}

function noKnative({ kind }: ServiceModel): Problem {
  return {
    rule: 'SF-EVENT-NO-KNATIVE',
    field: `spec.services.${SERVICE_KINDS[kind].field}`,
    given: `a broker or sink for the ${SERVICE_KINDS[kind].title}, and a cluster without Knative Eventing`,
    fix: 'install Knative Eventing, or take the broker and the sink away: the services then talk by HTTP',
  };
}

function addressAlone({ source }: ServiceModel): Problem | undefined {
  return source && !source.ref ? {
    rule: 'SF-EVENT-BROKER-URI',
    field: 'spec.eventing.broker',
    given: 'a broker by its uri alone',
    fix: 'name the broker by ref',
  } : undefined;
}

function notReady(landscape: Landscape, service: ServiceModel): Problem | undefined {
  const broker = serviceBroker(service);
  return broker && !brokerState(landscape, broker.namespace, broker.name).ready ? {
    rule: 'SF-EVENT-BROKER-READY',
    field: 'spec.eventing.broker',
    given: `the Broker ${quote(`${broker.namespace}/${broker.name}`)}, which is not ready`,
    fix: 'wait until it is ready',
  } : undefined;
}
