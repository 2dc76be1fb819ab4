import { isRefused } from './check-files';
import { clusterOf } from './cluster';
import { ExitStatus, Terminal } from './exit-status';
import { ExplainOptions } from './explain-command';
import { printFindings } from './print-findings';
import { definitionsAlone, readInput } from './read-input';
import { Finding } from '../findings/finding';
import { printableJson, printableLine } from '../findings/printable';
import { list, listNearest, quote, suggest } from '../findings/words';
import { workflowExplanation } from '../manifests/workflow/workflow-explanation';
import { Landscape } from '../model/landscape';
import { WorkflowResource } from '../model/resource';
import { workflowModel, WorkflowModel } from '../model/workflow';
import { ExplainedEntry, Explanation, PropertyEntry } from '../properties/property-entry';
import { foundAt } from '../rules/found';

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

function findWorkflow({ workflows }: Landscape, { workflow: name, namespace }: ExplainOptions, files: readonly string[]): WorkflowResource | Finding {
  const inNamespace = workflows.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  const [found, ...others] = inNamespace.filter(({ metadata }) => metadata.name === name);
  if (found && others.length === 0) return found;
  const problem = (words: Pick<Finding, 'given' | 'allowed' | 'fix'>): Finding => foundAt('SF-INPUT-WORKFLOW', { where: list(files) }, words);
  if (found) {
    return problem({
      given: `${quote(name)}, the name of ${others.length + 1} workflows`,
      allowed: `one of the namespaces ${list([found, ...others].map(({ metadata }) => metadata.namespace))}`,
      fix: 'add --namespace',
    });
  }
  const names = [...new Set(inNamespace.map(({ metadata }) => metadata.name))];
  return problem({
    given: `${quote(name)}, which is no workflow${namespace === undefined ? '' : ` in the namespace ${quote(namespace)}`}`,
    allowed: names.length === 0 ? 'the name of a workflow in the files, which have none' : listNearest(name, names),
    fix: suggest(name, names, 'name one of these'),
  });
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
