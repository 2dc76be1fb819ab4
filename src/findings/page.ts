const REPOSITORY = 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow';

/** The page about a rule in the package, such as `docs/rules/SF-NAME.md`. */
export function pageOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** The address of the page about a rule, for whoever has not got the package. */
export function pageAddress(rule: string): string {
  return `${REPOSITORY}/blob/main/${pageOf(rule)}`;
}
