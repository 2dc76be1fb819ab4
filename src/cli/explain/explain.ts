import { isRefused } from '../check/check-files';
import { ExitStatus, Terminal } from '../exit-status';
import { ExplainOptions } from './explain-command';
import { findService, findWorkflow, isProblem } from './explained-subject';
import { LocatedFinding } from '../../findings/place';
import { printableJson, printableLine } from '../../findings/printable';
import { serviceExplanation } from '../../manifests/service/service-explanation';
import { workflowExplanation } from '../../manifests/workflow/workflow-explanation';
import { Landscape } from '../../model/landscape';
import { workflowModel } from '../../model/workflow';
import { ExplainedEntry, Explanation, PropertyEntry } from '../../properties/property-entry';
import { readOneLandscape } from '../input/one-landscape';
import { settingsOf } from '../options/settings';
import { closingLines } from '../output/closing-lines';
import { printFindings } from '../output/print-findings';

/** Runs the command `explain`. */
export function explain(files: readonly string[], options: ExplainOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  const input = readOneLandscape(files, { ...settings, progress: terminal.progress });
  if ('rule' in input) return refused([input], terminal);
  printFindings(input.findings, terminal);
  if (isRefused(input.findings, false)) return ExitStatus.REFUSED;
  const subject = options.service === undefined ? explainedWorkflow : explainedService;
  const explained = subject(input.landscape, options, files);
  if ('rule' in explained) return refused([explained], terminal);
  terminal.out(options.format === 'json' ? toJson(explained) : toText(explained));
  for (const line of closingLines({ ...input, folders: [], judgedFor: settings.judgedFor })) terminal.err(`${line}\n`);
  return ExitStatus.OK;
}

/** What is explained, and how it is called. */
interface Explained {
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
  readonly explanation: Explanation;
}

function explainedWorkflow(landscape: Landscape, options: ExplainOptions, files: readonly string[]): Explained | LocatedFinding {
  const found = findWorkflow(landscape, options, files);
  if (isProblem(found)) return found;
  const workflow = workflowModel(landscape, found);
  const { name, namespace, profile } = workflow;
  return {
    title: `SonataFlow ${namespace}/${name}, profile ${profile}`,
    names: { workflow: name, namespace },
    explanation: workflowExplanation(landscape, workflow, true),
  };
}

function explainedService(landscape: Landscape, options: ExplainOptions, files: readonly string[]): Explained | LocatedFinding {
  const found = findService(landscape, options, files);
  if (isProblem(found)) return found;
  const { platform, service, title } = found;
  const { name, namespace } = service;
  return { title: `${title} ${namespace}/${name}`, names: { service: name, namespace }, explanation: serviceExplanation(landscape, platform, service) };
}

function refused(findings: readonly LocatedFinding[], terminal: Terminal): ExitStatus {
  printFindings(findings, terminal);
  return ExitStatus.REFUSED;
}

function toJson({ names, explanation: { environment, properties } }: Explained): string {
  return `${printableJson({ ...names, environment, properties })}\n`;
}

function toText({ title, explanation: { environment, properties } }: Explained): string {
  return [
    title,
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
