import * as kplus from 'cdk8s-plus-28';
import { collect } from '../../findings/collect';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { variableOf } from '../../properties/environment-names';
import { throwIfAny } from '../../rules/value-problem';
import { givenProblem } from '../../values/given';
import { unlessLate } from '../../values/late';
import { dataKeyProblem, objectNameProblem, secretProblem } from '../../values/name-rules';
import { UniqueEntries } from '../app/unique-entries';

/** Properties of a workflow whose values are in Secrets: the custom resource knows them as environment variables only. */
export class SecretProperties {
  private readonly entries: UniqueEntries<kplus.SecretValue>;

  public constructor(private readonly where: string, properties: Readonly<Record<string, kplus.SecretValue>> = {}) {
    this.entries = new UniqueEntries({ rule: 'SF-PROP-TWO', where, what: 'the property' });
    collect(Object.entries(properties), ([name, value]) => this.add(name, value));
  }

  public add(name: string, value: kplus.SecretValue): void {
    throwIfAny(this.where, [givenProblem('the name of the property', name, 'text')]);
    const given = asObject(value);
    throwIfAny(this.where, [secretProblem(given.secret), givenProblem(`the key of the property ${quote(name)}`, given.key, 'text')]);
    throwIfAny(this.where, [
      unlessLate(value.secret.name, (secret) => objectNameProblem(`Secret of the property ${quote(name)}`, secret)), unlessLate(value.key, dataKeyProblem),
    ]);
    this.entries.add(name, value);
  }

  /** The spec of a workflow with a variable for each property, behind those of the user. */
  public addedTo(spec: { readonly podTemplate?: unknown }): object {
    const variables = this.entries.sorted.map(([name, { secret, key }]) => ({
      name: variableOf(name), valueFrom: { secretKeyRef: { name: secret.name, key } },
    }));
    if (variables.length === 0) return spec;
    const podTemplate = asObject(spec.podTemplate);
    const container = asObject(podTemplate.container);
    const env = [...asList(container.env), ...variables];
    return { ...spec, podTemplate: { ...podTemplate, container: { ...container, env } } };
  }

  /** All of them, by name. */
  public get sorted(): Array<[string, kplus.SecretValue]> {
    return this.entries.sorted;
  }
}
