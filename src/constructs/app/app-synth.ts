import { ApiObject, App, Chart, DependencyGraph } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppLook } from './app-look';

/**
 * Makes each synth of an app one look at it. Nothing of cdk8s tells where a synth ends: within it nothing changes, and the next one looks anew.
 *
 * @see docs/decisions/one-synth-one-look.md
 */
export function synthesizeAtOneLook(app: App): void {
  const look = AppLook.of(app);
  const { synth, synthYaml } = app;
  app.synth = () => look.whileWritten(() => withoutRepetition(app, () => synth.call(app)));
  app.synthYaml = () => look.whileWritten(() => withoutRepetition(app, () => synthYaml.call(app)));
}

/** The same for the charts in which a construct is, each of which can be written alone, as `Testing.synth` does. */
export function writeChartsAtOneLook(construct: IConstruct): void {
  for (const chart of construct.node.scopes.filter(Chart.isChart)) {
    const { toJson } = chart;
    if (WRITTEN_AT_ONE_LOOK.has(toJson)) continue;
    const written = () => AppLook.of(chart).whileWritten(() => toJson.call(chart));
    WRITTEN_AT_ONE_LOOK.set(written, toJson);
    chart.toJson = written;
  }
}

/** What a chart had before. */
const WRITTEN_AT_ONE_LOOK = new WeakMap<Chart['toJson'], Chart['toJson']>();

/** cdk8s prepares and validates the whole app again for each chart that it writes: within one look the first one is enough. */
function withoutRepetition<T>(app: App, synth: () => T): T {
  // A chart that is written in a way of its own stays as it is.
  const charts = app.node.findAll().filter(Chart.isChart)
    .map((chart) => ({ chart, toJson: chart.toJson }))
    .filter(({ toJson }) => (WRITTEN_AT_ONE_LOOK.get(toJson) ?? toJson) === Chart.prototype.toJson);
  let isPrepared = false;
  for (const { chart, toJson } of charts) {
    chart.toJson = () => {
      if (isPrepared) return objectsOf(chart);
      isPrepared = true;
      return toJson.call(chart);
    };
  }
  try {
    return synth();
  } finally {
    for (const { chart, toJson } of charts) {
      if (toJson === Chart.prototype.toJson) delete (chart as Partial<Chart>).toJson;
      else chart.toJson = toJson;
    }
  }
}

/** As cdk8s writes a chart of an app that is validated, in the order in which its objects depend on each other. */
function objectsOf(chart: Chart): unknown[] {
  return new DependencyGraph(chart.node).topology().filter(ApiObject.isApiObject)
    .filter((object) => object.chart === chart)
    .map((object) => object.toJson() as unknown);
}
