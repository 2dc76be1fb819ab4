import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from '../../src';
import { definition, postgres } from '../support';

/** What the pieces of programs on the pages about rules speak of without making it. Each is made when it is used first. */
export class PageScope {
  private readonly made = new Map<string, unknown>();

  get app(): App {
    return this.once('app', () => Testing.app());
  }

  get chart(): Chart {
    return this.once('chart', () => new Chart(this.app, 'orders', { namespace: 'orders' }));
  }

  get platform(): SonataFlowPlatformConstruct {
    return this.once('platform', () => new SonataFlowPlatformConstruct(this.chart, 'Platform'));
  }

  /** Of a workflow `greet`. */
  get definition(): WorkflowDefinition {
    return definition();
  }

  get workflow(): WorkflowConstruct {
    return this.once('workflow', () => new WorkflowConstruct(this.platform, 'Greet', { definition: this.definition }));
  }

  get database(): PostgreSql {
    return postgres(this.chart);
  }

  get secret(): kplus.ISecret {
    return this.once('secret', () => kplus.Secret.fromSecretName(this.chart, 'Login', 'login'));
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

/** The names of what there is. */
export const SCOPE_NAMES = Object.entries(Object.getOwnPropertyDescriptors(PageScope.prototype)).filter(([, { get }]) => get).map(([name]) => name);
