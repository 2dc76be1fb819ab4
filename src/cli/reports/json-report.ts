import { CheckReport } from './report';
import { pageAddress } from '../../findings/page';
import { printableJson } from '../../findings/printable';

/** All findings as a list, each with the address of its page. */
export function jsonReport({ findings }: CheckReport): string {
  return `${printableJson(findings.map(({ rule, severity, where, place = { file: where }, field, given, allowed, fix }) => (
    { rule, severity, ...place, field, given, allowed, fix, page: pageAddress(rule) }
  )))}\n`;
}
