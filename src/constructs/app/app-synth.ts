import { ApiObject, App, Chart, DependencyGraph } from 'cdk8s';
import { AppLook } from './app-look';

/**
 * Makes each synth of an app one look at it. Nothing of cdk8s tells where a synth ends: within it nothing changes, and the next one looks anew.
 *
 * @see docs/decisions/one-synth-one-look.md
 */
export function synthesizeAtOneLook(app: App): void {
  const look = AppLook.of(app);
  const { synth, synthYaml } = app;
  app.synth = () => look.duringSynth(() => withoutRepetition(app, () => synth.call(app)));
  app.synthYaml = () => look.duringSynth(() => withoutRepetition(app, () => synthYaml.call(app)));
}

/** cdk8s prepares and validates the whole app again for each chart that it writes: within one look the first one is enough. */
function withoutRepetition<T>(app: App, synth: () => T): T {
  // A chart that is written in a way of its own stays as it is.
  const charts = app.node.findAll().filter(Chart.isChart).filter(({ toJson }) => toJson === Chart.prototype.toJson);
  let isPrepared = false;
  for (const chart of charts) {
    chart.toJson = () => {
      if (isPrepared) return objectsOf(chart);
      isPrepared = true;
      return Chart.prototype.toJson.call(chart);
    };
  }
  try {
    return synth();
  } finally {
    for (const chart of charts) delete (chart as Partial<Chart>).toJson;
  }
}

/** As cdk8s writes a chart of an app that is validated, in the order in which its objects depend on each other. */
function objectsOf(chart: Chart): unknown[] {
  return new DependencyGraph(chart.node).topology().filter(ApiObject.isApiObject)
    .filter((object) => object.chart === chart)
    .map((object) => object.toJson() as unknown);
}
