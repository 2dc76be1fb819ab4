import { list, quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { asList, asObject, asText } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { BUILDER_VERSIONS, BuilderVersions } from '../../values/operator/builder-versions';
import { Check, PlatformSubject } from '../check';

const EXTENSIONS = 'QUARKUS_EXTENSIONS';

/** The builder brings all else in the version of its release: two of them in one image do not go together. */
export const buildExtension: Check<PlatformSubject> = {
  rule: 'SF-BUILD-EXTENSION',
  check: ({ landscape: { operator }, resource: { spec } }) => {
    const versions = operator.runtime ?? (Object.hasOwn(BUILDER_VERSIONS, operator.tag) ? BUILDER_VERSIONS[operator.tag] : undefined);
    const template = asObject(spec.build?.template);
    return versions ? ['buildArgs', 'envs'].flatMap((field) => ofVariables(template[field], ['spec', 'build', 'template', field], versions)) : [];
  },
};

function ofVariables(variables: unknown, path: FieldPath, versions: BuilderVersions): Violation[] {
  return asList(variables).map(asObject).flatMap(({ name, value }, i) => {
    if (name !== EXTENSIONS) return [];
    const wrong = asText(value).split(',').map((one) => one.trim()).filter((one) => {
      const [group = '', , version] = one.split(':');
      const right = versionOf(group, versions);
      return version !== undefined && right !== undefined && version !== right;
    });
    if (wrong.length === 0) return [];
    return [{
      path: [...path, i, 'value'],
      given: list(wrong.map(quote)),
      allowed: `extensions in the versions of the builder: ${versions.kogito} of org.kie, ${versions.quarkus} of io.quarkus`,
      fix: 'leave the versions out: the builder knows them',
    }];
  });
}

function versionOf(group: string, { kogito, quarkus }: BuilderVersions): string | undefined {
  if (group === 'io.quarkus') return quarkus;
  return /^org(?:\.apache)?\.kie(?:\.|$)/.test(group) ? kogito : undefined;
}
