import { ConvertOptions } from './convert-command';
import { areEnvironments, environmentNames, sortPaths } from './convert-paths';
import { conversionReport, proofCommand, repositoryName } from './convert-report';
import { formatterProblem } from './formatter';
import { directoryProblem, writeRepository } from './new-repository';
import { landscapeFindings } from '../../checks/run';
import { Conversion, convertSources, SourceCluster } from '../../convert/conversion';
import { Finding, Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { LocatedFinding } from '../../findings/place';
import { listNearest, quote, suggest } from '../../findings/words';
import { JsonObject } from '../../json/json';
import { asObject, asText } from '../../json/lenient';
import { readSources } from '../../loader/files';
import { isResource } from '../../loader/resource-kinds';
import { foundAt } from '../../rules/found';
import { isRefused } from '../check/check-files';
import { ExitStatus, Terminal } from '../exit-status';
import { inputNone } from '../input/input-none';
import { Input, readInput } from '../input/read-input';
import { readProject } from '../input/read-project';
import { Settings, settingsOf } from '../options/settings';
import { printFindings } from '../output/print-findings';
import { packageVersion } from '../package';
import { counted } from '../reports/report';

/** Runs the command `convert`. */
export function convert(paths: readonly string[], options: ConvertOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  try {
    return new ConvertRun(paths, options, settings, terminal).run();
  } catch (error) {
    if (!(error instanceof FindingsError)) throw error;
    printFindings(error.findings, terminal);
    return ExitStatus.REFUSED;
  }
}

/** Files of one cluster, as they were read. */
interface ReadCluster {
  readonly name: string;
  readonly paths: readonly string[];
  readonly input: Input;
}

class ConvertRun {
  constructor(
    private readonly paths: readonly string[],
    private readonly options: ConvertOptions,
    private readonly settings: Settings,
    private readonly terminal: Terminal,
  ) {}

  run(): ExitStatus {
    const { output, language, only = [], dryRun = false } = this.options;
    const { operatorName: operator, facts } = this.settings;
    const { projects: projectPaths, directories, files } = sortPaths(this.paths);
    const clusters = this.readClusters(directories, files);
    const sources = clusters.map(({ name, input }): SourceCluster => ({ name, objects: input.documents.map(({ object }) => object) }));
    const unread = clusters.flatMap(({ input }) => input.findings);
    const isNone = projectPaths.length === 0 && sources.every(({ objects }) => !objects.some(isOurs));
    const none = isNone ? { ...inputNone(this.paths), severity: Severity.ERROR } : undefined;
    if (this.refuses([...unread, none, ...unknownNames(only, sources), directoryProblem(output)])) return ExitStatus.REFUSED;
    const projects = projectPaths.map(readProject);
    const conversion = convertSources({
      clusters: sources, projects, name: repositoryName(output), language, version: packageVersion(), operator, facts, only,
    });
    if (dryRun) this.terminal.out(conversion.files.map(([path]) => `${path}\n`).join(''));
    else if (!this.writes(conversion)) return ExitStatus.REFUSED;
    printFindings(unread.filter(isReadOtherwise), this.terminal);
    const found = clusters.flatMap(({ input }) => [...input.findings, ...landscapeFindings(input.landscape)]);
    const isStopped = found.some(({ severity }) => severity === Severity.ERROR);
    const checked = `${counted(found)}${isStopped ? '; the program synthesizes once the errors are mended' : ''}`;
    const proved = clusters.map(({ name, paths }) => ({ environment: name, paths }));
    const proof = proved.length > 0 ? proofCommand(proved, this.options) : `cdk8s-sonataflow check ${output}/dist`;
    for (const line of conversionReport(conversion, { checked, proof })) this.terminal.err(`${line}\n`);
    return ExitStatus.OK;
  }

  private writes({ files }: Conversion): boolean {
    const unformatted = formatterProblem(files.map(([path]) => path));
    if (unformatted !== undefined) this.terminal.err(`${unformatted}\n`);
    return unformatted === undefined && !this.refuses([writeRepository(this.options.output, files)]);
  }

  private readClusters(directories: readonly string[], files: readonly string[]): ReadCluster[] {
    const each = directories.map((path) => ({ path, input: this.read([path]) }));
    if (files.length === 0 && areEnvironments(each.map(({ input }) => input.documents.map(({ object }) => object)))) {
      const names = environmentNames(directories);
      return each.map(({ path, input }, i) => ({ name: names[i] ?? '', paths: [path], input }));
    }
    const all = [...directories, ...files];
    if (all.length === 0) return [];
    const paths = all.length === 1 ? all : readSources(all.filter((path) => path !== '-')).sources.map(({ file }) => file);
    return [{ name: '', paths: all.includes('-') && all.length > 1 ? [...paths, '-'] : paths, input: this.read(all) }];
  }

  private read(paths: readonly string[]): Input {
    return readInput(paths, { ...this.settings, corrected: false });
  }

  /** Tells what keeps it from going on, if anything does. */
  private refuses(findings: ReadonlyArray<Finding | undefined>): boolean {
    const errors = findings.filter((finding) => finding?.severity === Severity.ERROR) as Finding[];
    printFindings(errors, this.terminal);
    return isRefused(errors, false);
  }
}

/** What is written is not what stands there, such as a number with too many digits. */
function isReadOtherwise({ rule, severity }: Finding): boolean {
  return rule === 'SF-INPUT-YAML' && severity !== Severity.ERROR;
}

function isOurs({ apiVersion, kind }: JsonObject): boolean {
  return isResource({ apiVersion: asText(apiVersion), kind: asText(kind) });
}

function unknownNames(only: readonly string[], clusters: readonly SourceCluster[]): LocatedFinding[] {
  const names = [...new Set(clusters.flatMap(({ objects }) => objects)
    .filter(isOurs)
    .map(({ metadata }) => asText(asObject(metadata).name)))];
  return only.filter((name) => !names.includes(name)).map((name) => foundAt('SF-INPUT-WORKFLOW', { where: '--only' }, {
    given: `${quote(name)}, which is no custom resource`,
    allowed: names.length === 0 ? 'the name of a custom resource in the files, which have none' : listNearest(name, names),
    fix: suggest(name, names, 'name one of these'),
  }));
}
