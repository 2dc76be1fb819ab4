import { UpgradePlan } from './plan';
import { jsonOf } from '../diff/json-report';
import { printableJson } from '../findings/printable';

/** A plan for programs. */
export function jsonPlan({ hops, ...plan }: UpgradePlan): string {
  return `${printableJson({ ...plan, hops: hops.map(({ difference, ...hop }) => ({ ...hop, ...difference && { difference: jsonOf(difference) } })) })}\n`;
}
