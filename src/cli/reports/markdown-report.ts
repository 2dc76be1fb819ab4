import { CheckReport, countLine } from './report';
import { pageAddress } from '../../findings/page';
import { LocatedFinding } from '../../findings/place';
import { printable } from '../../findings/printable';

/** A table of all findings, for a comment or the summary of a build. */
export function markdownReport(report: CheckReport): string {
  const rows = report.findings.map(row);
  const table = rows.length === 0 ? [] : ['| | rule | where | what | fix |', '| --- | --- | --- | --- | --- |', ...rows, ''];
  return [...table, `${cell(countLine(report))}`, ...report.closing.flatMap((line) => ['', cell(line)])].map((line) => `${line}\n`).join('');
}

function row({ rule, severity, where, field, given, allowed, fix }: LocatedFinding): string {
  const what = `${field === undefined ? '' : `${code(field)}: `}given ${cell(given)}; allowed: ${cell(allowed)}`;
  return `| ${severity} | [${rule}](${pageAddress(rule)}) | ${code(where)} | ${what} | ${cell(fix)} |`;
}

/** Text that Markdown takes for nothing but text. */
function cell(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}

/** As code nothing is markup but the mark itself, and what parts the cells of a table. */
function code(text: string): string {
  return `\`${printable(text).replaceAll('`', '\'').replaceAll('|', '\\|')}\``;
}
