import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppRegistry } from './app/app-registry';
import { PlatformFacts, WorkflowFacts } from './app/roles';
import { JsonObject } from '../json/json';
import { imageSetConfiguration, LandscapeImage, mergedImages, platformImages, podImages, workflowImages } from '../manifests/landscape-images';
import { Landscape, toTheLetter } from '../model/landscape';
import { writeYaml } from '../yaml/writing';

/** The images that an app needs, for registries of one's own and for clusters that reach no other. */
export class SonataFlowImages {
  /**
   * Every image that is needed: of what the operator makes, of its builds, and of the other pods. Sorted, each one once.
   *
   * @param scope it counts what is declared in this construct and below it, such as an app or a chart
   */
  public static of(scope: IConstruct): LandscapeImage[] {
    const registry = AppRegistry.of(scope);
    const isWithin = (construct: IConstruct) => construct.node.scopes.includes(scope);
    return mergedImages([
      ...registry.declaredHere.filter(isWithin).flatMap((platform) => {
        const facts = platform._facts();
        return platformImages(rendered(facts), facts.resource);
      }),
      ...registry.workflows.filter(isWithin).flatMap((workflow) => {
        const facts = workflow._facts();
        return workflowImages(rendered(facts), facts.resource);
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

/** Where custom resources are written, an operator renders them. */
function rendered({ landscape, rendering }: PlatformFacts | WorkflowFacts): Landscape {
  return rendering._kubernetesObjects?.corrections ? landscape : toTheLetter(landscape);
}
