import { list, quote } from '../../findings/words';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/**
 * ConfigMaps of spec.resources are mounted in the profile dev and built in by the profile preview; with an image
 * they are not used.
 */
export const resourcesIgnored: Check<WorkflowSubject> = {
  rule: 'SF-RESOURCES-IGNORED',
  check: ({ workflow, resource }) => {
    const configMaps = resource.spec.resources?.configMaps ?? [];
    if (workflow.profile !== WorkflowProfile.GITOPS || configMaps.length === 0) return [];
    return [{
      path: ['spec', 'resources', 'configMaps'],
      given: `${list(configMaps.map(({ configMap }) => quote(configMap.name)))} beside an image`,
      allowed: 'nothing: they are never mounted',
      fix: 'build the files into the image and leave them out here',
    }];
  },
};
