import { error, warning } from './rule';

/** Rules about platforms, cluster platforms and names. */
export const PLATFORM_RULES = {
  'SF-BUILD-EXTENSION': warning('An extension in another version than the builder\'s'),
  'SF-BUILD-TIMEOUT': error('A timeout of builds that is no duration'),
  'SF-CLUSTER-EVENTS': warning('A platform with a Data Index of its own below a cluster platform with a broker'),
  'SF-CLUSTER-REF': error('A cluster platform that refers to a platform that is not there'),
  'SF-CLUSTER-SHADOWED': warning('A platform whose own services keep those of the cluster platform out'),
  'SF-NAME': error('A name or a derived name that Kubernetes refuses'),
  'SF-OBJECT-OWNED': warning('An object in place that belongs to another controller', 'operatorStops'),
  'SF-OPERATOR': error('An operator version that cannot be'),
  'SF-PLATFORM-NONE': warning('A workflow in a namespace without a platform'),
  'SF-PLATFORM-TWO': error('Two platforms in one namespace'),
  'SF-PROFILE': error('A word that is no profile'),
  'SF-SERVICE-DISABLED': warning('A supporting service with `enabled: false`'),
} as const;
