import { checkGiven, givenProblem } from '../given';
import { namedImages } from './image-naming';
import { OperatorBehaviour } from './operator-behaviour';
import { ClusterOperator, clusterOperator } from './operator-config';
import { OperatorImageOverrides } from './operator-image-overrides';
import { DEFAULT_RELEASE, isOperatorName, OPERATOR_NAMES, OPERATOR_RELEASES, OperatorName, OPERATORS } from './operator-releases';
import { Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { nearestVersion } from '../../findings/nearest-version';
import { listNearest, quote } from '../../findings/words';
import { deepFreeze, JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { throwIfAny, ValueProblem } from '../../rules/value-problem';
import { readYaml } from '../../yaml/yaml';

const BY = 'OperatorVersion.APACHE_10_1_0 and its like';
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** How an operator differs from the one that was released. */
export interface CustomOperatorOptions {
  /**
   * The version that it was made from.
   * @default OperatorVersion.APACHE_10_1_0
   */
  readonly base?: OperatorVersion;

  /**
   * Registry and path that hold the images under their released names, such as `registry.example.org/mirror`.
   * @default - as the base: docker.io/apache, or registry.redhat.io/openshift-serverless-1 for OpenShift Serverless Logic
   */
  readonly registry?: string;

  /**
   * The version that is compiled into the operator: the value of the label `app.kubernetes.io/version`, and the tag of the images. The images of
   * OpenShift Serverless Logic have a tag of their own, which stays.
   * @default - as the base
   */
  readonly tag?: string;

  /**
   * Single images.
   * @default - all images by registry and tag
   */
  readonly images?: OperatorImageOverrides;

  /**
   * `kogitoEventsGroupingCompress` of the operator's configuration. The other two settings of event grouping cannot
   * be switched off in any known operator.
   * @default - as the base
   */
  readonly groupedEventsCompressed?: boolean;

  /**
   * `healthFailureThresholdDevMode` of the operator's configuration: failures of a probe before a pod of the profile dev is restarted.
   * @default - as the base, which is 50
   */
  readonly devModeFailureThreshold?: number;

  /**
   * `postgreSQLPersistenceExtensions` of the operator's configuration: Quarkus extensions as `groupId:artifactId[:version]`.
   * @default - as the base
   */
  readonly persistenceExtensions?: string[];
}

/**
 * The operator that takes the custom resources, or whose objects are rendered.
 *
 * @example
 * new SonataFlowPlatformConstruct(chart, 'Platform', { operatorVersion: OperatorVersion.OSL_1_38 });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/install-serverless-operator.html
 */
export class OperatorVersion {
  /** Apache KIE SonataFlow operator 10.1.0. */
  public static readonly APACHE_10_1_0 = OperatorVersion._released('10.1.0');

  /** The continued line of the operator, branch `main-1.x` of `kubesmarts/logic-operator`. */
  public static readonly KUBESMARTS_1_X = OperatorVersion._released('1.x');

  /**
   * OpenShift Serverless Logic 1.36, Red Hat's build of the operator, with the images of 1.36.0. It writes no labels
   * `app.kubernetes.io/instance` and `app.kubernetes.io/version`. Certain: images and the name of the migration Job. Derived: the CRDs, and the
   * behaviour, from the state of the source at the release.
   *
   * @see https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/operator-versions.md
   */
  public static readonly OSL_1_36 = OperatorVersion._released('osl-1.36');

  /**
   * OpenShift Serverless Logic 1.37, from 1.37.1 on, with the images of 1.37.3; 1.37.0 is `OperatorVersion.fromName('osl-1.37.0')`.
   * Certain: images and CRDs. Derived: the version label, which is taken to be `main`, and that the behaviour changed between 1.37.0 and 1.37.1.
   *
   * @see https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/operator-versions.md
   */
  public static readonly OSL_1_37 = OperatorVersion._released('osl-1.37');

  /**
   * OpenShift Serverless Logic 1.38, with the images of 1.38.1. Certain: images, CRDs, the name of the migration Job and the version label of 1.38.0.
   * Derived: the label of 1.38.1, which is taken to be that of 1.38.0, and the behaviour, which is that of the continued line.
   *
   * @see https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/operator-versions.md
   */
  public static readonly OSL_1_38 = OperatorVersion._released('osl-1.38');

  /**
   * The operator that a word of the command line names: a release such as `osl-1.38`, one of its patches such as `osl-1.37.0`, or what a version of
   * Red Hat Developer Hub installs, such as `rhdh-1.9`.
   *
   * @throws SF-OPERATOR when no operator is called like that
   * @example
   * OperatorVersion.fromName('osl-1.37.0')
   */
  public static fromName(name: string): OperatorVersion {
    throwIfAny('OperatorVersion.fromName', [givenProblem('the name', name, 'text')]);
    throwIfAny('OperatorVersion.fromName', [operatorNameProblem(name)]);
    return OperatorVersion._released(name as OperatorName);
  }

  /**
   * The operator of a cluster, as its objects configure it: the ConfigMap with `controllers_cfg.yaml`, and the Deployment of its manager with the
   * variables `RELATED_IMAGE_…`. The Deployments that it made of services say which version label it writes.
   *
   * @param config the objects in YAML or JSON, such as `kubectl get configmap,deployment -n openshift-serverless-logic -o yaml` prints them
   * @param base the release; left out, it is recognized by what installed the operator and by its images, else it is the default
   * @throws SF-OPERATOR when nothing in it is about the operator, or its release is not known; SF-INPUT-YAML, SF-INPUT-ENCODING when it cannot be read
   * @example
   * OperatorVersion.fromConfig(readFileSync('operator.yaml', 'utf8'), OperatorVersion.OSL_1_38);
   */
  public static fromConfig(config: string, base?: OperatorVersion): OperatorVersion {
    throwIfAny('OperatorVersion.fromConfig', [
      givenProblem('the configuration', config, 'text'), base === undefined ? undefined : givenProblem('the base', base, { of: OperatorVersion, by: BY }),
    ]);
    const { documents, findings } = readYaml(config, 'OperatorVersion.fromConfig');
    const errors = findings.filter(({ severity }) => severity === Severity.ERROR);
    if (errors.length > 0) throw new FindingsError(errors);
    const operator = clusterOperator(documents.flatMap(({ object }) => itemsOf(object)), base?._behaviour) ?? NO_CONFIG;
    throwIfAny('OperatorVersion.fromConfig', ['rule' in operator ? operator : undefined]);
    return OperatorVersion._of((operator as ClusterOperator).behaviour);
  }

  /**
   * An operator that was built or configured differently: images from another registry, another tag, other settings.
   *
   * @throws SF-OPERATOR when the tag is no image tag or the threshold is no positive integer
   */
  public static custom(options: CustomOperatorOptions): OperatorVersion {
    checkGiven('OperatorVersion.custom', options, { base: { of: OperatorVersion, by: BY }, registry: 'text', tag: 'text', images: { record: 'text' } });
    const base = options.base?._behaviour ?? OPERATOR_RELEASES[DEFAULT_RELEASE];
    throwIfAny('OperatorVersion.custom', [tagProblem(options.tag), thresholdProblem(options.devModeFailureThreshold)]);
    const tag = options.tag ?? base.tag;
    const imageNaming = { ...base.imageNaming, registry: options.registry ?? base.imageNaming.registry };
    const renamed = options.registry !== undefined || (options.tag !== undefined && imageNaming.tag === undefined);
    return new OperatorVersion(deepFreeze<OperatorBehaviour>({
      ...base,
      tag,
      imageNaming,
      images: {
        ...(renamed ? namedImages(imageNaming, tag) : base.images),
        ...Object.fromEntries(Object.entries(options.images ?? {}).filter(([, image]) => image !== undefined)),
      },
      groupedEventsCompressed: options.groupedEventsCompressed ?? base.groupedEventsCompressed,
      devModeFailureThreshold: options.devModeFailureThreshold ?? base.devModeFailureThreshold,
      persistenceExtensions: [...options.persistenceExtensions ?? base.persistenceExtensions],
    }));
  }

  /** @internal */
  public static _released(name: OperatorName): OperatorVersion {
    return OperatorVersion._of(OPERATORS[name]);
  }

  /** @internal */
  public static _of(behaviour: OperatorBehaviour): OperatorVersion {
    return new OperatorVersion(behaviour);
  }

  /** @internal */
  public readonly _behaviour: OperatorBehaviour;

  /**
   * For people: that of the release, or the tag of a custom one.
   * @internal
   */
  public get _name(): string {
    return OPERATOR_NAMES.find((name) => OPERATORS[name] === this._behaviour) ?? `custom ${this._behaviour.tag}`;
  }

  private constructor(behaviour: OperatorBehaviour) {
    this._behaviour = behaviour;
  }
}

/** The objects of a list, or an object itself. */
function itemsOf(object: JsonObject): readonly JsonObject[] {
  return Array.isArray(object.items) ? object.items.map(asObject) : [object];
}

const NO_CONFIG: ValueProblem = {
  rule: 'SF-OPERATOR',
  given: 'objects that say nothing of the operator',
  allowed: 'its ConfigMap with the key controllers_cfg.yaml, the Deployment of its manager',
  fix: 'write both with kubectl get configmap,deployment -n <namespace of the operator> -o yaml',
};

/** The problem of something that is to be the name of an operator, if it has one. */
export function operatorNameProblem(name: string): ValueProblem | undefined {
  if (isOperatorName(name)) return undefined;
  const nearest = nearestVersion(name, OPERATOR_NAMES);
  return {
    rule: 'SF-OPERATOR',
    given: `operator ${quote(name)}`,
    allowed: listNearest(name, OPERATOR_NAMES),
    fix: nearest === undefined ? 'name one of these' : `did you mean ${quote(nearest)}?`,
  };
}

function tagProblem(tag: string | undefined): ValueProblem | undefined {
  return tag === undefined || TAG.test(tag) ? undefined : {
    rule: 'SF-OPERATOR',
    given: `tag ${quote(tag)}`,
    allowed: 'an image tag: at most 128 letters, digits, "_", "." and "-"',
    fix: 'name the tag alone, without registry and image',
  };
}

function thresholdProblem(threshold: number | undefined): ValueProblem | undefined {
  return threshold === undefined || (Number.isInteger(threshold) && threshold > 0) ? undefined : {
    rule: 'SF-OPERATOR',
    given: `devModeFailureThreshold ${quote(threshold)}`,
    allowed: 'a positive integer (the operator turns 0 into 50)',
    fix: 'leave it out for the operator\'s 50',
  };
}
