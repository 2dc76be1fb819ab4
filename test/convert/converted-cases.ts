import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileAll, conversionIn, convertText, objectsOf, programOf, synthesize, writeConversion } from './conversions';
import { landscapeFindings } from '../../src/checks/run';
import { Conversion } from '../../src/convert/conversion';
import { Language } from '../../src/convert/infrastructure';
import { Finding, Severity } from '../../src/findings/finding';
import { load } from '../../src/loader/loader';
import { Manifest } from '../../src/manifests/parts/manifest';
import { createLandscape, indexObjects } from '../../src/model/landscape';
import { judge } from '../../src/validation/schema';
import { ClusterFacts, resolveClusterFacts } from '../../src/values/operator/cluster-facts';
import { OPERATOR_RELEASES, OperatorRelease } from '../../src/values/operator/operator-releases';
import { writeYaml } from '../../src/yaml/writing';
import { CaseObject } from '../conformance/case-charts';
import { byIdentity, Case } from '../conformance/cases';
import { render } from '../conformance/render';
import { withResourcesByPath } from '../conformance/resource-mounts';

const PRETTIER = join(__dirname, '..', '..', 'node_modules', 'prettier', 'bin', 'prettier.cjs');

const BUILT_IMAGE = 'example.org/{namespace}/{name}:built';

export interface ConvertedCase {
  readonly name: string;
  readonly input: string;
  readonly folder: string;
  readonly conversion: Conversion;
}

/** A text as it would be in a repository: what a cluster writes into `status` is not. */
function withoutStatus(input: string): string {
  return objectsOf(input).map(({ status: _status, ...object }) => writeYaml(object)).join('---\n');
}

export function factsOf({ flags }: Pick<Case, 'flags'>): ClusterFacts {
  return {
    openshift: flags.includes('--openshift'),
    knative: !flags.includes('--no-knative'),
    prometheus: !flags.includes('--no-prometheus'),
  };
}

/** What `check` says. */
export function checked(input: string, release: OperatorRelease, facts: ClusterFacts): Finding[] {
  const operator = OPERATOR_RELEASES[release];
  const { resources, refused, objects, findings } = load([{ file: 'input.yaml', text: input }], {
    judge: (object) => judge(operator.crds, object), unknownFields: Severity.ERROR,
  });
  const landscape = createLandscape({
    operator,
    facts: resolveClusterFacts(operator, { ...facts, builtImage: BUILT_IMAGE }),
    corrected: false,
    resources: [...resources, ...refused],
    objects: indexObjects(objects),
  });
  return [...findings, ...landscapeFindings(landscape)];
}

export function isTaken(given: Case, release: OperatorRelease): boolean {
  return checked(given.input, release, factsOf(given)).every(({ severity }) => severity !== Severity.ERROR);
}

/** Converts texts as one command would each, without formatting what it writes. */
export function convertAll(
  cases: ReadonlyArray<Pick<Case, 'name' | 'input' | 'flags'>>, operator: OperatorRelease, language: Language = 'typescript',
): ConvertedCase[] {
  const root = mkdtempSync(join(tmpdir(), 'converted-'));
  return cases.map((given) => {
    const conversion = convertText(given.input, { operator, facts: factsOf(given), language });
    writeConversion(join(root, given.name), conversion);
    return { name: given.name, input: given.input, folder: join(root, given.name), conversion };
  });
}

/** The same as somebody reads it; all of it is formatted at once. */
export function formatted(cases: readonly ConvertedCase[]): ConvertedCase[] {
  execFileSync(process.execPath, [PRETTIER, '--log-level', 'warn', '--write', ...cases.map(({ folder }) => join(folder, '*.ts'))]);
  return cases.map((one) => ({ ...one, conversion: { ...one.conversion, files: conversionIn(one.folder).files } }));
}

/** What the compiler says to all programs, and to what else is given, as one. */
export function compiled(cases: readonly ConvertedCase[], others: ReadonlyArray<readonly [path: string, text: string]> = []): string[] {
  return compileAll([...others, ...cases.flatMap(({ name, conversion }) => (
    conversion.files.filter(([path]) => path.endsWith('.ts')).map(([path, content]) => [`${name}/${path}`, String(content)] as const)
  ))]);
}

/** What the operator would make of a case, and of what its program synthesizes. */
export function renderings({ folder, input, conversion }: ConvertedCase, operator: OperatorRelease, synthesized = synthesize(folder, conversion)) {
  const comparable = (text: string) => byIdentity(render(operator, text, true).manifests
    .map((manifest: Manifest) => withResourcesByPath(manifest as unknown as CaseObject)));
  return { source: comparable(withoutStatus(input)), program: comparable(synthesized) };
}

/** JSON patches in a program, and definitions that are no files. */
export function escapes({ conversion }: ConvertedCase): string[] {
  return programOf(conversion).flatMap(([path, text]) => [...text.matchAll(/addJsonPatch|fromObject/g)].map(([word]) => `${path}: ${word}`));
}

/** Lines of the program in relation to those of the YAML that it came from; blank ones do not count. */
export function relativeLength({ input, conversion }: ConvertedCase): number {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;
  return programOf(conversion).reduce((sum, [, text]) => sum + lines(text), 0) / lines(input);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
