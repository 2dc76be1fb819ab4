/** The files beside a definition, by their paths from its folder. */
export interface DefinitionFiles {
  readonly paths: readonly string[];
  /**
   * There may be others that nobody has shown.
   * @default false
   */
  readonly partial?: boolean;
  /** The text of a file; nothing if it is not there, or not known. */
  read(path: string): string | undefined;
}

/** `./specs//x.yaml` is `specs/x.yaml`. */
export function plainPath(path: string): string {
  return path.split('/').filter((part) => part !== '' && part !== '.').join('/');
}

/** A path that is looked for beside the definition, unlike `https://…` and `classpath:…`. */
export function isRelativeFile(path: string): boolean {
  return path !== '' && !path.includes(':');
}
