import { Lazy } from 'cdk8s';
import { ValueProblem } from '../rules/value-problem';

/** How the libraries for clouds write a text that they will know later. */
const TOKEN = /\$\{Token\[[^\]]*\]\}/;

/** Whether a value is only known at synth time. */
export function isLate(value: unknown): boolean {
  return value instanceof Lazy || isImplicitToken(value) || (typeof value === 'string' && TOKEN.test(value));
}

/** What cdk8s asks for its value at synth time. */
export function isImplicitToken(value: unknown): value is { resolve(): unknown } {
  return typeof value === 'object' && value !== null && typeof (value as { resolve?: unknown }).resolve === 'function';
}

/** The problem of a text that is known already; another one is looked at in the custom resource. */
export function unlessLate(text: string, problemOf: (text: string) => ValueProblem | undefined): ValueProblem | undefined {
  return isLate(text) ? undefined : problemOf(text);
}
