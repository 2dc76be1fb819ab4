/** The way from an object to something in it: fields and positions in lists. */
export type FieldPath = ReadonlyArray<string | number>;

const PLAIN = /^[A-Za-z_$][\w$-]*$/;

/** `spec.states[0].name`; a key that is no plain word goes into brackets and quotes: `metadata.labels["example.org/team"]`. */
export function fieldName(path: FieldPath): string {
  return path.map((step, i) => {
    if (typeof step === 'number') return `[${step}]`;
    if (!PLAIN.test(step)) return `[${JSON.stringify(step)}]`;
    return i === 0 ? step : `.${step}`;
  }).join('');
}
