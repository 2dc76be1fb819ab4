import { Command, Option } from 'commander';
import { checkFiles, isRefused } from './check-files';
import { ExitStatus, Terminal } from './exit-status';
import { addInputOptions, InputOptions } from './input-options';
import { OPERATORS } from './operators';
import { findingLines } from './print-findings';
import { Finding, Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { pageAddress } from '../rules/page';

interface CheckOptions extends InputOptions {
  readonly format: string;
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow check dist/
  $ kubectl get sonataflow,sonataflowplatform,configmap,secret -o yaml | cdk8s-sonataflow check -
  $ cdk8s-sonataflow check --operator 1.x --strict --format json dist/ > findings.json

Exit status: 0, 1 when there are errors (with --strict: or warnings), 2 when the command is called wrongly.`;

export function addCheck(parent: Command, terminal: Terminal, ended: (status: ExitStatus) => void): void {
  addInputOptions(parent.command('check'))
    .summary('find the mistakes in custom resources before the cluster does')
    .description('Finds what the API server refuses in the files, and what it accepts and the operator ignores, drops or contradicts.')
    .addOption(new Option('--format <format>', 'how findings are written').choices(['text', 'json']).default('text'))
    .option('--strict', 'warnings count as errors for the exit status')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CheckOptions) => {
      const { findings } = checkFiles(files, OPERATORS[options.operator]._behaviour, options);
      terminal.out(options.format === 'json' ? toJson(findings) : toText(findings, terminal.coloured.out));
      ended(isRefused(findings, options.strict ?? false) ? ExitStatus.REFUSED : ExitStatus.OK);
    });
}

function toText(findings: readonly Finding[], coloured: boolean): string {
  return `${findingLines(findings, coloured)}${counted(findings)}\n`;
}

function toJson(findings: readonly LocatedFinding[]): string {
  return `${JSON.stringify(findings.map(({ rule, severity, where, place = { file: where }, field, given, allowed, fix }) => (
    { rule, severity, ...place, field, given, allowed, fix, page: pageAddress(rule) }
  )), undefined, 2)}\n`;
}

/** Such as `1 error, 2 warnings, 0 informations`. */
function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  return Object.values(Severity).map((word) => {
    const count = findings.filter(({ severity }) => severity === word).length;
    return `${count} ${word}${count === 1 ? '' : 's'}`;
  }).join(', ');
}
