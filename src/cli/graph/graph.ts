/* eslint-disable @typescript-eslint/no-require-imports -- only pictures need what lays them out */
import { ExitStatus, Terminal } from '../exit-status';
import { GraphOptions } from './graph-command';
import { findingsByResource } from '../../checks/run';
import { printableLine } from '../../findings/printable';
import { listNearest, quote } from '../../findings/words';
import { jsonGraph } from '../../graph/drawing/json-graph';
import { layouter } from '../../graph/drawing/layouter';
import { mermaid, mermaidProblem } from '../../graph/drawing/mermaid';
import { Picture, landscapePicture, workflowPicture } from '../../graph/drawing/picture';
import { Graph } from '../../graph/graph';
import { landscapeGraph } from '../../graph/landscape-graph';
import { eventTypes, namespacesOf, ofEventType, ofNamespace } from '../../graph/selection';
import { Landscape } from '../../model/landscape';
import { isRefused } from '../check/check-files';
import { findWorkflow, isProblem } from '../explain/explained-subject';
import { readOneLandscape } from '../input/one-landscape';
import { settingsOf } from '../options/settings';
import { printFindings } from '../output/print-findings';

/** Runs the command `graph`. */
export function graph(files: readonly string[], options: GraphOptions, terminal: Terminal): ExitStatus {
  const drawn = options.format === 'svg' || options.format === 'html';
  if (drawn && layouter() === undefined) {
    terminal.err('error: @dagrejs/dagre lays the picture out, and is not installed; run npm install --save-dev @dagrejs/dagre\n');
    return ExitStatus.USAGE;
  }
  const input = readOneLandscape(files, { ...settingsOf(options), corrected: false, progress: terminal.progress });
  if ('rule' in input) {
    printFindings([input], terminal);
    return ExitStatus.REFUSED;
  }
  const { landscape, findings } = input;
  printFindings(findings, terminal);
  if (isRefused(findings, false)) return ExitStatus.REFUSED;
  const chosen = options.workflow === undefined ? wiring(landscape, options) : states(landscape, options, files, terminal);
  if (typeof chosen === 'string') {
    if (chosen !== '') terminal.err(`${printableLine(chosen)}\n`);
    return ExitStatus.REFUSED;
  }
  if (options.format === 'json') terminal.out(jsonGraph(chosen.whole));
  else draw(chosen, landscape, options, terminal);
  return ExitStatus.OK;
}

/** The wiring that is selected, or why there is none. */
function wiring(landscape: Landscape, { namespace, event }: GraphOptions): Picture | string {
  let chosen: Graph = landscapeGraph(landscape);
  if (namespace !== undefined) {
    const namespaces = namespacesOf(chosen);
    if (!namespaces.includes(namespace)) return missing('--namespace', namespace, namespaces);
    chosen = ofNamespace(chosen, namespace);
  }
  if (event !== undefined) {
    const types = eventTypes(chosen);
    if (!types.includes(event)) return missing('--event', event, types);
    chosen = ofEventType(chosen, event);
  }
  return landscapePicture(chosen, namespace !== undefined || event !== undefined);
}

function states(landscape: Landscape, options: GraphOptions, files: readonly string[], terminal: Terminal): Picture | string {
  const found = findWorkflow(landscape, options, files);
  if (!isProblem(found)) return workflowPicture(found, findingsByResource(landscape).get(found) ?? []);
  printFindings([found], terminal);
  return '';
}

function missing(option: string, given: string, there: readonly string[]): string {
  return `error: ${option} ${quote(given)} is not in the files, which have ${there.length === 0 ? 'none' : listNearest(given, there)}`;
}

function draw(picture: Picture, landscape: Landscape, { format }: GraphOptions, terminal: Terminal): void {
  const notes = [...picture.notes];
  if (format === 'mermaid') {
    const text = mermaid(picture.graph);
    const problem = mermaidProblem(picture.graph, text);
    if (problem !== undefined) notes.push(`the text has ${problem}: select with --namespace, --event or --workflow`);
    terminal.out(text);
  } else if (format === 'svg') {
    terminal.out((require('../../graph/drawing/svg') as typeof import('../../graph/drawing/svg')).svg(picture));
  } else {
    terminal.out((require('../../graph/drawing/html') as typeof import('../../graph/drawing/html')).html(picture, landscape));
  }
  for (const note of notes) terminal.err(`note: ${printableLine(note)}\n`);
}
