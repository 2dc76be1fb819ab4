import { error, warning } from './rule';

/** Rules about the files that a workflow needs. */
export const RESOURCES_RULES = {
  'SF-FLOW-SPEC': warning('A file or subflow that nothing provides'),
  'SF-RESOURCES-CONFLICT': error('Two files of one name in one folder'),
  'SF-RESOURCES-IGNORED': warning('Resources for a workflow with an image of its own'),
  'SF-RESOURCES-KEY': error('A file whose name is no key of a ConfigMap'),
  'SF-RESOURCES-MISSING': warning('ConfigMaps with resources that are not there'),
  'SF-RESOURCES-PATH': error('A folder that a project cannot have'),
  'SF-RESOURCES-SIZE': error('A file that no ConfigMap can hold'),
} as const;
