import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/run';

/** What lies in the folder in which commands are run. */
const FILES = {
  'platform.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: sonataflow-platform}\n',
  'greet.yaml': `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: greet, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: registry.example.org/greet:1.0}}
  flow: {states: [{name: Greet, type: inject, data: {}, end: true}]}
`,
};

const CLI = 'npx cdk8s-sonataflow ';

/** A finding as the command line writes it: `place: severity: rule: …`. */
export interface Line {
  readonly rule: string;
  readonly severity: string;
  readonly words: string;
}

/** Runs the lines of a block one after the other; what the command line of this library says to them is returned. */
export function runCommands(text: string): Line[] {
  return inFolder(FILES, (cwd) => text.trimEnd().split('\n').flatMap((command) => {
    if (command.startsWith(CLI)) return says(...command.slice(CLI.length).split(' '));
    execFileSync('bash', ['-c', command], { cwd });
    return [];
  }));
}

/** What `check` says to a file. */
export function checkFile(text: string, options: readonly string[]): Line[] {
  return inFolder({ 'file.yaml': text }, () => says('check', ...options, 'file.yaml'));
}

function says(...args: string[]): Line[] {
  const { out, err } = run(...args);
  return [...`${out}\n${err}`.matchAll(/^.*?: (error|warning|information): ((SF-[A-Z-]+):.*)$/gm)]
    .map(([, severity, words, rule]) => ({ rule, severity, words }));
}

function inFolder<T>(files: Readonly<Record<string, string>>, act: (folder: string) => T): T {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    process.chdir(folder);
    return act(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}
