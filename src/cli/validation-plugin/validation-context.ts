/** What cdk8s-cli hands to a validation plugin, as far as one needs it: the package itself weighs 93 MB and is no dependency. */
export interface ValidationContext {
  /** Files with what was synthesized. */
  readonly manifests: readonly string[];
  /** The paths of constructs by the names of their objects; the report looks them up here. */
  readonly metadata?: Record<string, { readonly path: string }>;
  readonly logger: { log(message: string): void };
  readonly report: ValidationReport;
}

export interface ValidationReport {
  addViolation(violation: ValidationViolation): void;
  /** Ends the report; only then the validation counts. */
  submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
}

export interface ValidationViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ReadonlyArray<{
    /** By this name cdk8s-cli finds the construct. */
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }>;
}
