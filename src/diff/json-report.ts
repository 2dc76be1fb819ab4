import { changedField, lineName } from './change';
import { Difference, ExplainedChange } from './difference';
import { printableJson } from '../findings/printable';

/** A difference for programs. */
export function jsonReport(compared: string, difference: Difference): string {
  return `${printableJson({ compared, ...jsonOf(difference) })}\n`;
}

/** A difference as it is in JSON. */
export function jsonOf({ objects, unshown, notes }: Difference): object {
  return { objects: objects.map((object) => ({ ...object, changes: object.changes.map(changeJson) })), unshown, notes };
}

function changeJson(change: ExplainedChange): object {
  const { path, of, before, after, reasons, consequences } = change;
  const line = of === 'line' ? { line: lineName(after ?? before) } : {};
  return { field: changedField(change), path, of, ...line, before, after, reasons, consequences };
}
