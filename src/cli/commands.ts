/* eslint-disable @typescript-eslint/no-require-imports -- an import statement would load all commands at every start, and most runs need one */
import { Command } from 'commander';
import { ExitStatus, Terminal } from './exit-status';

type Code<Options> = (files: readonly string[], options: Options, terminal: Terminal) => ExitStatus;

/** What a command ends with is told where it is run. */
type Told = (status: ExitStatus) => void;

/** A command: what the list of commands says of it, and how it is given its options and its code when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  define(command: Command, terminal: Terminal, told: Told): void;
}

const FILES = '[options] <file...>';

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'render',
    usage: FILES,
    summary: 'write the Kubernetes objects that the operator would create',
    define: (command, ...rest) => {
      (require('./render/render-command') as typeof import('./render/render-command'))
        .addRender(command, run(() => (require('./render/render') as typeof import('./render/render')).render, ...rest));
    },
  },
  {
    name: 'check',
    usage: FILES,
    summary: 'find the mistakes in custom resources before the cluster does',
    define: (command, ...rest) => {
      (require('./check/check-command') as typeof import('./check/check-command'))
        .addCheck(command, run(() => (require('./check/check') as typeof import('./check/check')).check, ...rest));
    },
  },
  {
    name: 'explain',
    usage: FILES,
    summary: 'say where the values come from that a workflow or a service runs with',
    define: (command, ...rest) => {
      (require('./explain/explain-command') as typeof import('./explain/explain-command'))
        .addExplain(command, run(() => (require('./explain/explain') as typeof import('./explain/explain')).explain, ...rest));
    },
  },
  {
    name: 'convert',
    usage: FILES,
    summary: 'write a cdk8s program for what there is',
    define: (command, ...rest) => {
      (require('./convert/convert-command') as typeof import('./convert/convert-command'))
        .addConvert(command, run(() => (require('./convert/convert') as typeof import('./convert/convert')).convert, ...rest));
    },
  },
  {
    name: 'init',
    usage: '[options] <dir>',
    summary: 'make a new repository',
    define: (command, terminal, told) => {
      (require('./convert/convert-command') as typeof import('./convert/convert-command')).addInit(command, (directory, options) => {
        told((require('./convert/init') as typeof import('./convert/init')).init(directory, options, terminal));
      });
    },
  },
  {
    name: 'diff',
    usage: FILES,
    summary: 'say what a change of files or of the operator changes in the cluster',
    define: (command, ...rest) => {
      (require('./diff/diff-command') as typeof import('./diff/diff-command'))
        .addDiff(command, run(() => (require('./diff/diff') as typeof import('./diff/diff')).diff, ...rest));
    },
  },
  {
    name: 'upgrade-plan',
    usage: FILES,
    summary: 'say what has to be done to get from one operator to another',
    define: (command, ...rest) => {
      (require('./upgrade-plan/upgrade-plan-command') as typeof import('./upgrade-plan/upgrade-plan-command'))
        .addUpgradePlan(command, run(() => (require('./upgrade-plan/upgrade-plan') as typeof import('./upgrade-plan/upgrade-plan')).upgradePlan, ...rest));
    },
  },
  {
    name: 'images',
    usage: FILES,
    summary: 'list every image that the operator would run',
    define: (command, ...rest) => {
      (require('./images/images-command') as typeof import('./images/images-command'))
        .addImages(command, run(() => (require('./images/images') as typeof import('./images/images')).images, ...rest));
    },
  },
  {
    name: 'graph',
    usage: FILES,
    summary: 'draw the wiring: who produces, consumes, calls and stores what',
    define: (command, ...rest) => {
      (require('./graph/graph-command') as typeof import('./graph/graph-command'))
        .addGraph(command, run(() => (require('./graph/graph') as typeof import('./graph/graph')).graph, ...rest));
    },
  },
  {
    name: 'rules',
    usage: '[rule]',
    summary: 'list the rules, or print the page of one',
    define: (command, terminal, told) => {
      (require('./rules/rules-command') as typeof import('./rules/rules-command')).addRules(command, (rule) => {
        told((require('./rules/rules') as typeof import('./rules/rules')).rules(rule, terminal));
      });
    },
  },
];

function run<Options>(load: () => Code<Options>, terminal: Terminal, told: Told): (files: readonly string[], options: Options) => void {
  return (files, options) => { told(load()(files, options, terminal)); };
}
