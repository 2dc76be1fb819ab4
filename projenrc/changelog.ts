/** A released version in CHANGELOG.md. */
export interface Release {
  readonly version: string;
  /** What stands below its heading. */
  readonly notes: string;
}

/** What CHANGELOG.md says of each version that has a number, in its order: the newest comes first. */
export function releases(changelog: string): Release[] {
  return changelog.split(/^## /m).slice(1).flatMap((section) => {
    const [, version, notes] = /^(\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d\n([\s\S]*)$/.exec(section) ?? [];
    return version === undefined ? [] : [{ version, notes: notes.trim() }];
  });
}

/**
 * The version to release.
 *
 * @param tags of the versions that were released
 * @throws when the newest has its tag
 */
export function nextRelease(changelog: string, tags: readonly string[]): Release {
  const [newest] = releases(changelog);
  if (newest && !tags.includes(`v${newest.version}`)) return newest;
  throw new Error(`CHANGELOG.md has nothing after ${newest?.version ?? '"Unreleased"'}: write "## X.Y.Z - YYYY-MM-DD" above what is to be released`);
}
