import { isRefused } from './check-files';
import { clusterOf } from './cluster';
import { ExitStatus, Terminal } from './exit-status';
import { ExplainOptions } from './explain-command';
import { findWorkflow } from './find-workflow';
import { printFindings } from './print-findings';
import { readInput } from './read-input';
import { printableJson, printableLine } from '../findings/printable';
import { workflowExplanation } from '../manifests/workflow/workflow-explanation';
import { workflowModel, WorkflowModel } from '../model/workflow';
import { ExplainedEntry, Explanation, PropertyEntry } from '../properties/property-entry';

/** Runs the command `explain`. */
export function explain(files: readonly string[], options: ExplainOptions, terminal: Terminal): ExitStatus {
  const { landscape, findings } = readInput(files, clusterOf(options));
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
    `  ${entry.name} = ${entry.value}`,
    `      from ${source(entry)}`,
    ...overridden.map((lost) => `      overrides ${lost.value} from ${source(lost)}`),
  ];
}

function source({ source: layer, reason }: PropertyEntry): string {
  return `${layer} (${reason})`;
}
