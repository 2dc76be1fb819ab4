import * as kplus from 'cdk8s-plus-28';
import { givenProblem } from './given';
import { unlessLate } from './late';
import { dataKeyProblem, objectNameProblem, secretProblem } from './name-rules';
import { SonataFlowPlatformSpecPropertiesFlow } from '../../imports/sonataflow.org';
import { throwIfAny } from '../rules/value-problem';

/** A key of a ConfigMap or Secret. */
export interface PropertyKeyOptions {
  /**
   * Whether the key may be missing. The operator does not look at it, and takes the empty text for what is missing.
   * @default - not written; where the key becomes an environment variable, a pod does not start without it
   */
  readonly optional?: boolean;
}

/**
 * The value of a property that a platform gives to its workflows.
 *
 * @example
 * new SonataFlowPlatformConstruct(chart, 'Platform', { properties: { 'quarkus.log.level': PropertyValue.fromText('INFO') } });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/configuring-workflows.html
 */
export class PropertyValue {
  /**
   * A text. The operator leaves out a property whose text is empty.
   *
   * @example
   * PropertyValue.fromText('INFO');
   */
  public static fromText(text: string): PropertyValue {
    throwIfAny('PropertyValue.fromText', [givenProblem('the text', text, 'text')]);
    return new PropertyValue({ value: text });
  }

  /**
   * What a key of a ConfigMap says, which is in the platform's namespace.
   *
   * @throws SF-NAME, SF-PROP-KEY for what Kubernetes refuses
   * @example
   * PropertyValue.fromConfigMap(kplus.ConfigMap.fromConfigMapName(chart, 'Settings', 'settings'), 'log-level');
   */
  public static fromConfigMap(configMap: kplus.IConfigMap, key: string, options: PropertyKeyOptions = {}): PropertyValue {
    const where = 'PropertyValue.fromConfigMap';
    throwIfAny(where, [givenProblem('the ConfigMap', configMap, 'construct'), givenProblem('the key', key, 'text'), givenProblem('options', options, KEY_OPTIONS)]);
    throwIfAny(where, [givenProblem('the name of the ConfigMap', configMap.name, 'text')]);
    throwIfAny(where, [unlessLate(configMap.name, (name) => objectNameProblem('ConfigMap of a property', name)), unlessLate(key, dataKeyProblem)]);
    return new PropertyValue({ valueFrom: { configMapKeyRef: { name: configMap.name, key, optional: options.optional } } });
  }

  /**
   * What a key of a Secret says, which is in the platform's namespace.
   *
   * The operator copies it in clear into a ConfigMap; as Kubernetes objects it becomes an environment variable that refers to the Secret.
   * `secretProperties` of a workflow do so in both.
   *
   * @throws SF-NAME, SF-PROP-KEY for what Kubernetes refuses
   * @example
   * PropertyValue.fromSecret(secret, 'token');
   */
  public static fromSecret(secret: kplus.ISecret, key: string, options: PropertyKeyOptions = {}): PropertyValue {
    throwIfAny('PropertyValue.fromSecret', [secretProblem(secret), givenProblem('the key', key, 'text'), givenProblem('options', options, KEY_OPTIONS)]);
    throwIfAny('PropertyValue.fromSecret', [unlessLate(secret.name, (name) => objectNameProblem('Secret of a property', name)), unlessLate(key, dataKeyProblem)]);
    return new PropertyValue({ valueFrom: { secretKeyRef: { name: secret.name, key, optional: options.optional } } });
  }

  private constructor(
    /** @internal */
    public readonly _spec: Pick<SonataFlowPlatformSpecPropertiesFlow, 'value' | 'valueFrom'>,
  ) { }
}

const KEY_OPTIONS = { fields: { optional: 'flag' } } as const;
