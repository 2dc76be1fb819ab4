import { isRefused } from './check-files';
import { clusterOf } from './cluster';
import { ExitStatus, Terminal } from './exit-status';
import { ExplainOptions } from './explain-command';
import { findWorkflow } from './find-workflow';
import { printFindings } from './print-findings';
import { definitionsAlone, readInput } from './read-input';
import { printableJson, printableLine } from '../findings/printable';
import { workflowExplanation } from '../manifests/workflow/workflow-explanation';
import { workflowModel, WorkflowModel } from '../model/workflow';
import { ExplainedEntry, Explanation, PropertyEntry } from '../properties/property-entry';

/** Runs the command `explain`. */
export function explain(files: readonly string[], options: ExplainOptions, terminal: Terminal): ExitStatus {
  const input = readInput(files, clusterOf(options));
  const { landscape } = input;
  const findings = [...input.findings, ...definitionsAlone(input)];
  printFindings(findings, terminal);
  if (isRefused(findings, false)) return ExitStatus.REFUSED;
  const found = findWorkflow(landscape, options, files);
  if ('rule' in found) {
    printFindings([found], terminal);
    return ExitStatus.REFUSED;
  }
  const workflow = workflowModel(landscape, found);
  const explanation = workflowExplanation(landscape, workflow, true);
  terminal.out(options.format === 'json' ? toJson(workflow, explanation) : toText(workflow, explanation));
  return ExitStatus.OK;
}

function toJson({ name, namespace }: WorkflowModel, { environment, properties }: Explanation): string {
  return `${printableJson({ workflow: name, namespace, environment, properties })}\n`;
}

function toText({ name, namespace, profile }: WorkflowModel, { environment, properties }: Explanation): string {
  return [
    `SonataFlow ${namespace}/${name}, profile ${profile}`,
    '', 'environment variables', ...environment.flatMap(entryLines), ...environment.length === 0 ? ['  none'] : [],
    '', 'application properties', ...properties.flatMap(entryLines),
  ].map((line) => `${printableLine(line)}\n`).join('');
}

function entryLines({ overridden, ...entry }: ExplainedEntry): string[] {
  return [
    `  ${entry.name} = ${visible(entry.value)}`,
    `      from ${source(entry)}`,
    ...overridden.map((lost) => `      overrides ${visible(lost.value)} from ${source(lost)}`),
  ];
}

/** A tab is no `\\t`, which somebody may have written, and a value is in one line. */
function visible(value: string): string {
  return value.replace(/[\t\n\f\r]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function source({ source: layer, reason }: PropertyEntry): string {
  return `${layer} (${reason})`;
}
