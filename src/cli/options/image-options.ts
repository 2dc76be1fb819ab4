import { InvalidArgumentError } from 'commander';
import { list, suggest } from '../../findings/words';
import { OperatorImageOverrides } from '../../values/operator/operator-image-overrides';

type ImageName = keyof OperatorImageOverrides;

/** Words of the command line, by the names of the API. */
const IMAGES: Readonly<Record<string, ImageName>> = {
  'builder': 'builder',
  'data-index-ephemeral': 'dataIndexEphemeral',
  'data-index-postgresql': 'dataIndexPostgreSql',
  'db-migrator': 'dbMigrator',
  'dev-mode': 'devMode',
  'jobs-service-ephemeral': 'jobsServiceEphemeral',
  'jobs-service-postgresql': 'jobsServicePostgreSql',
  'kaniko-warmer': 'kanikoWarmer',
};

export const IMAGE_NAMES = Object.keys(IMAGES);

/** Collects `NAME=REF`. */
export function parseImage(text: string, before: OperatorImageOverrides = {}): OperatorImageOverrides {
  const [, name, image] = /^([^=]*)=(.+)$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('allowed: NAME=REF, such as dev-mode=registry.example.org/dev:1');
  const key = Object.hasOwn(IMAGES, name) ? IMAGES[name] : undefined;
  if (!key) throw new InvalidArgumentError(`allowed names: ${list(IMAGE_NAMES)}; ${suggest(name, IMAGE_NAMES)}`);
  return { ...before, [key]: image };
}
