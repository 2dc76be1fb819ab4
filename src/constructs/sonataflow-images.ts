import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppRegistry } from './app/app-registry';
import { landscapeOf } from './app/landscape-of';
import { JsonObject } from '../json/json';
import { imageSetConfiguration, LandscapeImage, mergedImages, platformImages, podImages, workflowImages } from '../manifests/landscape-images';
import { Landscape, toTheLetter } from '../model/landscape';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';
import { Rendering } from '../values/rendering';
import { writeYaml } from '../yaml/writing';

/**
 * The images that an app needs, for registries of one's own and for clusters that reach no other.
 *
 * @example
 * const pulled = SonataFlowImages.of(app).filter(({ built }) => !built).map(({ image }) => image);
 * writeFileSync('images.txt', pulled.join('\n'));
 */
export class SonataFlowImages {
  /**
   * Every image that is needed: of what the operator makes, of its builds, and of the other pods. Sorted, each one once.
   *
   * @param scope it counts what is declared in this construct and below it, such as an app or a chart
   */
  public static of(scope: IConstruct): LandscapeImage[] {
    throwIfAny('SonataFlowImages.of', [givenProblem('the scope', scope, 'construct')]);
    const registry = AppRegistry.of(scope);
    const objects = registry.objects();
    const isWithin = ({ node }: IConstruct) => node.scopes.some((above) => above.node === scope.node);
    return mergedImages([
      ...registry.declaredHere.filter(isWithin).flatMap((platform) => {
        const facts = platform._facts();
        return platformImages(rendered(facts), facts.resource, writtenInstead(platform));
      }),
      ...registry.includedResources.platforms.filter(isWithin).flatMap((platform) => (
        platformImages(rendered({ landscape: landscapeOf(platform, objects), rendering: platform.rendering }), platform._resource)
      )),
      ...registry.workflows.filter(isWithin).flatMap((workflow) => {
        const { _resource: resource, _namespace: namespace, rendering = registry.platformOf(namespace)?.rendering } = workflow;
        return workflowImages(rendered({ landscape: landscapeOf(workflow, objects), rendering }), resource, writtenInstead(workflow));
      }),
      ...scope.node.findAll().filter(ApiObject.isApiObject).flatMap((object) => podImages(object.toJson() as JsonObject)),
    ]);
  }

  /**
   * The same as an ImageSetConfiguration in YAML, which `oc mirror` reads: by digest where the operator runs them so, without those that are built
   * in the cluster.
   *
   * @param scope it counts what is declared in this construct and below it, such as an app or a chart
   */
  public static imageSetConfiguration(scope: IConstruct): string {
    return writeYaml(imageSetConfiguration(SonataFlowImages.of(scope)));
  }

  private constructor() { }
}

/** What is written in place of a custom resource, with what a user changed; nothing where an operator renders it. */
function writtenInstead({ objects = [] }: { readonly objects?: readonly ApiObject[] }): JsonObject[] | undefined {
  return objects.length > 0 ? objects.map((object) => object.toJson() as JsonObject) : undefined;
}

/** Where custom resources are written, an operator renders them. */
function rendered({ landscape, rendering }: { readonly landscape: Landscape; readonly rendering?: Rendering }): Landscape {
  return rendering?._kubernetesObjects?.corrections ? landscape : toTheLetter(landscape);
}
