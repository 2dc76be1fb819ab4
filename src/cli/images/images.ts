import { printableJson, printableLine } from '../../findings/printable';
import { isRefused } from '../check/check-files';
import { ExitStatus, Terminal } from '../exit-status';
import { ImagesOptions } from './images-command';
import { imageSetConfiguration, LandscapeImage, landscapeImages } from '../../manifests/landscape-images';
import { writeYaml } from '../../yaml/writing';
import { readOneLandscape } from '../input/one-landscape';
import { settingsOf } from '../options/settings';
import { printFindings } from '../output/print-findings';

/** Runs the command `images`. */
export function images(files: readonly string[], options: ImagesOptions, terminal: Terminal): ExitStatus {
  const input = readOneLandscape(files, { ...settingsOf(options), corrected: false, progress: terminal.progress });
  if ('rule' in input) {
    printFindings([input], terminal);
    return ExitStatus.REFUSED;
  }
  const { landscape, documents, findings } = input;
  printFindings(findings, terminal);
  if (isRefused(findings, false)) return ExitStatus.REFUSED;
  terminal.out(write(landscapeImages(landscape, documents.map(({ object }) => object)), options.format));
  return ExitStatus.OK;
}

function write(found: readonly LandscapeImage[], format: string): string {
  switch (format) {
    case 'json': return `${printableJson(found)}\n`;
    case 'imageset': return writeYaml(imageSetConfiguration(found));
    default: return found.flatMap(lines).map((line) => `${printableLine(line)}\n`).join('');
  }
}

function lines({ image, digest, built, users }: LandscapeImage): string[] {
  return [image, ...digest === undefined ? [] : [`  runs as ${digest}`], ...built ? ['  built in the cluster'] : [], ...users.map((user) => `  ${user}`)];
}
