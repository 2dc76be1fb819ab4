/** The oldest version of Kubernetes by which pods are judged. */
export const OLDEST_KUBERNETES = '1.30';

/** The `x` of a version 1.x, if it is one. */
export function kubernetesMinor(version: string): number | undefined {
  const [, minor] = /^v?1\.(\d{1,3})(?:\.\d+)?$/.exec(version) ?? [];
  return minor === undefined ? undefined : Number(minor);
}
