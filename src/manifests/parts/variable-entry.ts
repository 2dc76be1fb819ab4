import { SourcedVariable } from './env';
import { asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { PropertyEntry } from '../../properties/property-entry';

/** A variable of a container as it is explained; in place of what is in a Secret its name stands. */
export function variableEntry({ object }: Landscape, namespace: string, { variable, source, reason }: SourcedVariable): PropertyEntry {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = asObject(variable.valueFrom);
  const valueOf = (): string => {
    if (secretKeyRef) return keyOf('secret', secretKeyRef);
    if (configMapKeyRef) {
      const { name, key } = asObject(configMapKeyRef);
      const known = asObject(object('ConfigMap', namespace, asText(name))?.data)[asText(key)];
      return asText(known, keyOf('config map', configMapKeyRef));
    }
    if (fieldRef) return `<field ${asText(asObject(fieldRef).fieldPath)}>`;
    return resourceFieldRef ? `<resource ${asText(asObject(resourceFieldRef).resource)}>` : asText(variable.value);
  };
  return { name: asText(variable.name), value: valueOf(), source, reason };
}

/** A key of a Secret or ConfigMap. */
export function keyOf(word: string, reference: unknown): string {
  const { name, key } = asObject(reference);
  return `<${word} ${asText(name)}/${asText(key)}>`;
}
