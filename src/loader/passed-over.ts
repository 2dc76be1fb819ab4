/** Why something in a folder is left alone. */
export enum PassedOver {
  CHART = 'of Helm (check what helm template writes)',
  FOLDER = 'of tools',
  PATCH = 'patched by kustomize (check what kustomize build writes)',
  GIT = 'ignored by git',
  LINK = 'symbolically linked',
  NO_OBJECT = 'without an object for a cluster',
}

/** Something in a folder that is left alone. */
export interface PassedOverPath {
  readonly path: string;
  readonly reason: PassedOver;
}

/** How many of what, such as `2 ignored by git, 1 without an object for a cluster (package.json)`; nothing for nothing. */
export function countPassedOver(paths: readonly PassedOverPath[]): string | undefined {
  const parts = Object.values(PassedOver).flatMap((reason) => {
    const names = [...new Set(paths.filter((path) => path.reason === reason).map(({ path }) => path))];
    if (names.length === 0) return [];
    const [first = ''] = names;
    return [`${names.length} ${reason}${reason === PassedOver.NO_OBJECT ? ` (${first}${names.length > 1 ? ', …' : ''})` : ''}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}
