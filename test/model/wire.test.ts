import { SonataFlowSpec, SonataFlowSpecPodTemplateDeploymentModel, SonataFlowSpecPodTemplatePodDisruptionBudgetMinAvailable } from '../../imports/sonataflow.org';
import { JsonObject } from '../../src/json/json';
import { Wire } from '../../src/model/wire';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const same = <A, B>(is: Same<A, B>) => is;

/** The compiler judges; a type that is another one does not compile. */
test('what a struct is on the wire', () => {
  same<Wire<string | undefined>, string | undefined>(true);
  same<Wire<SonataFlowSpecPodTemplateDeploymentModel>, string>(true);
  same<Wire<SonataFlowSpecPodTemplatePodDisruptionBudgetMinAvailable>, number | string>(true);
  same<Wire<SonataFlowSpec['flow']>, JsonObject>(true);
  same<Wire<{ a?: string; build_: boolean[] }>, { readonly a?: string; readonly build: readonly boolean[] }>(true);
  same<NonNullable<Wire<SonataFlowSpec>['sink']>['CACerts'], string | undefined>(true);
  same<Wire<{ a: string }>, { a: string }>(false);
  expect.assertions(0);
});
