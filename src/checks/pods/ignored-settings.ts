import { FieldPath } from '../../json/field-path';
import { Violation } from '../../rules/found';

export function ignored(when: string, fix: string, settings: ReadonlyArray<readonly [path: FieldPath, given: unknown]>): Violation[] {
  return settings.filter(([, given]) => given).map(([path, given]) => ({
    path, given: String(given), allowed: `nothing: it is ignored ${when}`, fix,
  }));
}
