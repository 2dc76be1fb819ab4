import { Severity } from '../../findings/finding';
import { list, quote } from '../../findings/words';
import { ALL_SERVICE_KINDS, SERVICE_KINDS } from '../../model/service';
import { workflowModel } from '../../model/workflow';
import { Check, PlatformSubject } from '../check';

/**
 * The URL goes out verbatim, so all use one schema. Jobs Service and Data Index both keep their migration history
 * there: the second one to start exits. Workflows only share their tables, which is a warning.
 */
export const pgJdbcShared: Check<PlatformSubject> = {
  rule: 'SF-PG-JDBC-SHARED',
  check: ({ landscape, platform, resource }) => {
    const jdbcUrl = resource.spec.persistence?.postgresql?.jdbcUrl;
    if (jdbcUrl === undefined) return [];
    const services = ALL_SERVICE_KINDS.filter((kind) => platform[kind]?.database?.jdbcUrl === jdbcUrl);
    const workflows = services.length > 1 ? [] : landscape.workflowsIn(platform.namespace).map((workflow) => workflowModel(landscape, workflow))
      .filter((workflow) => workflow.platform === resource && workflow.database?.jdbcUrl === jdbcUrl);
    const consumers = [...services.map((kind) => `the ${SERVICE_KINDS[kind].title}`), ...workflows.map(({ name }) => `the workflow ${quote(name)}`)];
    if (consumers.length < 2) return [];
    return [{
      path: ['spec', 'persistence', 'postgresql', 'jdbcUrl'],
      given: `one jdbcUrl for ${list(consumers)}: one schema for all`,
      allowed: 'a schema for each',
      fix: 'use serviceRef, which gives each its own schema, or give all but one a persistence of their own',
      severity: services.length > 1 ? Severity.ERROR : Severity.WARNING,
    }];
  },
};
