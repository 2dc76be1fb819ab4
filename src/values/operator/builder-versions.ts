/** The versions of what an operator's builder builds with. */
export interface BuilderVersions {
  readonly kogito: string;
  readonly quarkus: string;
}

/** By the tag of the operator's images; of a tag that moves nothing is known. */
export const BUILDER_VERSIONS: Readonly<Record<string, BuilderVersions>> = {
  '10.1.0': { kogito: '10.1.0', quarkus: '3.15.3' },
};
