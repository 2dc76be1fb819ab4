import { sharedPlatform, SharedPlatform } from './cluster-platform';
import { PersistenceSource } from './database';
import { Landscape } from './landscape';
import { PlatformResource } from './resource';
import { serviceModel, ServiceModel, servicePath } from './service';
import { FieldPath } from '../json/field-path';

/** A platform, every precedence resolved. Frozen. */
export interface PlatformModel {
  readonly name: string;
  readonly namespace: string;
  readonly resource: PlatformResource;
  readonly dataIndex?: ServiceModel;
  readonly jobsService?: ServiceModel;
  readonly shared?: SharedPlatform;
}

/** Where the persistence of a service was said: of its own, or of its platform. */
export function persistencePath({ kind, database }: ServiceModel): FieldPath {
  return [...database?.source === PersistenceSource.OWN ? servicePath(kind) : ['spec'], 'persistence'];
}

export function platformModel(landscape: Landscape, platform: PlatformResource): PlatformModel {
  return Object.freeze<PlatformModel>({
    name: platform.metadata.name,
    namespace: platform.metadata.namespace,
    resource: platform,
    dataIndex: serviceModel(landscape, platform, 'dataIndex'),
    jobsService: serviceModel(landscape, platform, 'jobsService'),
    shared: sharedPlatform(landscape, platform),
  });
}
