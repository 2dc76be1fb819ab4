/** The main container of a workflow or service. */
export interface ContainerTemplate {
  /**
   * Full name of the image.
   * @default - the operator's own image, or the one that it builds
   */
  readonly image?: string;
}

/** The pods of a workflow or service. */
export interface PodTemplate {
  /**
   * The main container.
   * @default - as the operator makes it
   */
  readonly container?: ContainerTemplate;
}
