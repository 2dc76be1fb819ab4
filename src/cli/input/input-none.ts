import { inFile, LocatedFinding } from '../../findings/place';
import { list } from '../../findings/words';
import { foundAt } from '../../rules/found';

/** Input without any resource of SonataFlow: nothing was judged. */
export function inputNone(files: readonly string[]): LocatedFinding {
  const [file = '', ...others] = files;
  return foundAt('SF-INPUT-NONE', others.length === 0 ? inFile(file) : { where: list(files) }, {
    given: 'no resource of SonataFlow',
    allowed: 'a SonataFlow, a SonataFlowPlatform or a SonataFlowClusterPlatform (sonataflow.org/v1alpha08)',
    fix: 'name the folder or file that has them',
  });
}
