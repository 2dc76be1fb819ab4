import { isRefused } from './check-files';
import { clusterOf } from './cluster';
import { ExitStatus, Terminal } from './exit-status';
import { printFindings } from './print-findings';
import { definitionsAlone, readInput } from './read-input';
import { RenderOptions } from './render-command';
import { toYaml, writeFiles } from './write-manifests';
import { renderingFindings } from '../checks/run';
import { bounded } from '../findings/bounded';
import { Finding } from '../findings/finding';
import { landscapeManifests } from '../manifests/landscape-manifests';
import { Manifest } from '../manifests/parts/manifest';

/** Runs the command `render`. */
export function render(files: readonly string[], options: RenderOptions, terminal: Terminal): ExitStatus {
  const { manifests, findings } = rendering(files, options);
  printFindings(findings, terminal);
  if (isRefused(findings, false)) return ExitStatus.REFUSED;
  const unwritten = write(manifests, options.output, terminal);
  printFindings(unwritten, terminal);
  return unwritten.length === 0 ? ExitStatus.OK : ExitStatus.REFUSED;
}

function write(manifests: readonly Manifest[], folder: string | undefined, terminal: Terminal): readonly Finding[] {
  if (folder !== undefined) return writeFiles(folder, manifests);
  terminal.out(toYaml(manifests));
  return [];
}

function rendering(files: readonly string[], options: RenderOptions): { manifests: readonly Manifest[]; findings: readonly Finding[] } {
  const input = readInput(files, { ...clusterOf(options), corrected: options.corrections });
  const { landscape, findings: unread } = input;
  return { manifests: landscapeManifests(landscape), findings: bounded([...unread, ...definitionsAlone(input), ...renderingFindings(landscape)]) };
}
