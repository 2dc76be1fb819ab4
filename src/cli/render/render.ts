import { ExitStatus, Terminal } from '../exit-status';
import { RenderOptions } from './render-command';
import { renderingFindings } from '../../checks/run';
import { bounded } from '../../findings/bounded';
import { Finding } from '../../findings/finding';
import { landscapeManifests } from '../../manifests/landscape-manifests';
import { Manifest } from '../../manifests/parts/manifest';
import { isRefused } from '../check/check-files';
import { readOneLandscape } from '../input/one-landscape';
import { settingsOf } from '../options/settings';
import { closingLines } from '../output/closing-lines';
import { printFindings } from '../output/print-findings';
import { pruneFiles } from '../output/prune-files';
import { writeFiles, writeStream } from '../output/write-manifests';

/** Runs the command `render`. */
export function render(files: readonly string[], options: RenderOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  const input = readOneLandscape(files, { ...settings, corrected: options.corrections, progress: terminal.progress });
  if ('rule' in input) {
    printFindings([input], terminal);
    return ExitStatus.REFUSED;
  }
  const findings = bounded([...input.findings, ...renderingFindings(input.landscape).map((finding) => input.consider(finding))]);
  printFindings(findings, terminal);
  if (isRefused(findings, false)) return ExitStatus.REFUSED;
  const unwritten = write(landscapeManifests(input.landscape), options, terminal);
  printFindings(unwritten, terminal);
  for (const line of closingLines({ ...input, folders: [], judgedFor: settings.judgedFor })) terminal.err(`${line}\n`);
  return unwritten.length === 0 ? ExitStatus.OK : ExitStatus.REFUSED;
}

function write(manifests: Iterable<Manifest>, { output, prune }: RenderOptions, terminal: Terminal): readonly Finding[] {
  if (output === undefined) {
    writeStream((text) => terminal.out(text), manifests);
    return [];
  }
  const { names, problems } = writeFiles(output, manifests);
  return problems.length === 0 && prune ? pruneFiles(output, names) : problems;
}
