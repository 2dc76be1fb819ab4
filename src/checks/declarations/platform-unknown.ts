import { declaredAt, GivenPlatform } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { found } from '../../rules/found';

/** Of a platform that somebody else made up nothing is known, so nothing can be wired in. */
export function unknownPlatform(where: string, { name, known }: GivenPlatform): LocatedFinding[] {
  if (known) return [];
  return [found('SF-PLATFORM-UNKNOWN', declaredAt(where), {
    given: `a platform ${quote(name)} that is none of this app's`,
    allowed: 'a SonataFlowPlatformConstruct of this app, or what SonataFlowPlatformConstruct.fromPlatformName made in it',
    fix: 'give one of these; fromPlatformName is for a platform that is managed elsewhere',
  })];
}
