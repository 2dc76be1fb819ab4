import { checkGiven } from './given';
import { OperatorBehaviour } from './operator-behaviour';
import { DEFAULT_REGISTRY, DEFAULT_RELEASE, OPERATOR_RELEASES, OperatorRelease, releasedImages } from './operator-releases';
import { quote } from '../findings/words';
import { deepFreeze } from '../json/json';
import { throwIfAny, ValueProblem } from '../rules/value-problem';

const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** Full names of the images that the operator runs; what is left out keeps the name that the operator's version gives it. */
export interface OperatorImageOverrides {
  /**
   * Data Index without a database.
   * @default - the image of the operator's version
   */
  readonly dataIndexEphemeral?: string;
  /**
   * Data Index with PostgreSQL.
   * @default - the image of the operator's version
   */
  readonly dataIndexPostgreSql?: string;
  /**
   * Jobs Service without a database.
   * @default - the image of the operator's version
   */
  readonly jobsServiceEphemeral?: string;
  /**
   * Jobs Service with PostgreSQL.
   * @default - the image of the operator's version
   */
  readonly jobsServicePostgreSql?: string;
  /**
   * Tool of the database migration Job.
   * @default - the image of the operator's version
   */
  readonly dbMigrator?: string;
  /**
   * Workflows of the profile dev.
   * @default - the image of the operator's version
   */
  readonly devMode?: string;
  /**
   * Base of the images that the operator builds.
   * @default - the image of the operator's version
   */
  readonly builder?: string;
  /**
   * Fills the cache of those builds.
   * @default gcr.io/kaniko-project/warmer:v1.9.0
   */
  readonly kanikoWarmer?: string;
}

/** How an operator differs from the one that was released. */
export interface CustomOperatorOptions {
  /**
   * The version that it was made from.
   * @default OperatorVersion.APACHE_10_1_0
   */
  readonly base?: OperatorVersion;

  /**
   * Registry and path that hold the images under their released names, such as `registry.example.org/mirror`.
   * @default docker.io/apache
   */
  readonly registry?: string;

  /**
   * Tag of the images, which is the value of the label `app.kubernetes.io/version` too.
   * @default - the tag of the base
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
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/install-serverless-operator.html
 */
export class OperatorVersion {
  /** Apache KIE SonataFlow operator 10.1.0. */
  public static readonly APACHE_10_1_0 = OperatorVersion._released('10.1.0');

  /** The continued line of the operator, branch `main-1.x` of `kubesmarts/logic-operator`. */
  public static readonly KUBESMARTS_1_X = OperatorVersion._released('1.x');

  /**
   * An operator that was built or configured differently: images from another registry, another tag, other settings.
   *
   * @throws SF-OPERATOR when the tag is no image tag or the threshold is no positive integer
   */
  public static custom(options: CustomOperatorOptions): OperatorVersion {
    checkGiven('OperatorVersion.custom', options, { base: { of: OperatorVersion, by: 'OperatorVersion.APACHE_10_1_0 and its like' }, registry: 'text', tag: 'text', images: { record: 'text' } });
    const base = options.base?._behaviour ?? OPERATOR_RELEASES[DEFAULT_RELEASE];
    throwIfAny('OperatorVersion.custom', [tagProblem(options.tag), thresholdProblem(options.devModeFailureThreshold)]);
    const tag = options.tag ?? base.tag;
    const renamed = options.registry !== undefined || options.tag !== undefined;
    return new OperatorVersion(deepFreeze<OperatorBehaviour>({
      ...base,
      tag,
      images: {
        ...(renamed ? releasedImages(options.registry ?? DEFAULT_REGISTRY, tag) : base.images),
        ...Object.fromEntries(Object.entries(options.images ?? {}).filter(([, image]) => image !== undefined)),
      },
      groupedEventsCompressed: options.groupedEventsCompressed ?? base.groupedEventsCompressed,
      devModeFailureThreshold: options.devModeFailureThreshold ?? base.devModeFailureThreshold,
      persistenceExtensions: [...options.persistenceExtensions ?? base.persistenceExtensions],
    }));
  }

  /** @internal */
  public static _released(release: OperatorRelease): OperatorVersion {
    return new OperatorVersion(OPERATOR_RELEASES[release]);
  }

  /** @internal */
  public readonly _behaviour: OperatorBehaviour;

  private constructor(behaviour: OperatorBehaviour) {
    this._behaviour = behaviour;
  }
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
