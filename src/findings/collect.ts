import { Finding } from './finding';
import { FindingsError } from './findings-error';

/** What becomes of each item; what is wrong with any of them is thrown in one error. */
export function collect<T, R>(items: readonly T[], map: (item: T) => R): R[] {
  const findings: Finding[] = [];
  const results = items.flatMap((item) => {
    try {
      return [map(item)];
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      for (const finding of error.findings) findings.push(finding);
      return [];
    }
  });
  if (findings.length > 0) throw new FindingsError(findings);
  return results;
}
