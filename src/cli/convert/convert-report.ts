import { basename, resolve } from 'node:path';
import { ConvertOptions } from './convert-command';
import { Conversion, SourceProject } from '../../convert/conversion';
import { printableLine } from '../../findings/printable';
import { shellWord } from '../../findings/words';
import { SECRET_PROPERTIES } from '../input/read-project';

/** What came over, what was left, and the command that proves it: the last line. */
export function conversionReport(
  { plans, environments }: Conversion, projects: readonly SourceProject[], { checked, proof }: { readonly checked: string; readonly proof: string },
): string[] {
  const perPlan = plans.flatMap(({ converted, included, left, patches }, i) => {
    const place = environments[i] === undefined ? '' : `${environments[i]}: `;
    return [
      ...counted(`${place}constructs and their files`, converted),
      ...counted(`${place}included as they are`, included),
      ...left.map(({ object, why }) => `${place}left out: ${object}, ${why}`),
      ...patches === 0 ? [] : [`${place}JSON patches: ${patches}, each with a comment that says why`],
    ];
  });
  const ofProjects = [
    ...counted('directories of kn workflow', projects.map(({ id }) => id)),
    ...projects.filter(({ files }) => files.some(([path]) => path === SECRET_PROPERTIES))
      .map(({ id }) => `left out: the values of ${id}/${SECRET_PROPERTIES}: they are referred to by their names`),
  ];
  return [...perPlan, ...ofProjects, `check says: ${checked}`, proof].map(printableLine);
}

function counted(what: string, objects: readonly string[]): string[] {
  return objects.length === 0 ? [] : [`${what}: ${objects.length} (${objects.slice(0, 10).join(', ')}${objects.length > 10 ? ', …' : ''})`];
}

/** What a shell is to do, so that the sources are compared with what the repository synthesizes. */
export function proofCommand(
  sources: ReadonlyArray<{ readonly environment: string; readonly paths: readonly string[] }>,
  { output, operator, openshift, knative, prometheus, clusterFacts, config }: ConvertOptions,
): string {
  const options = [
    ...operator === undefined ? [] : ['--operator', operator],
    ...openshift === undefined ? [] : [openshift ? '--openshift' : '--no-openshift'],
    ...knative === false ? ['--no-knative'] : [], ...prometheus === false ? ['--no-prometheus'] : [],
    ...clusterFacts === undefined ? [] : ['--cluster-facts', shellWord(clusterFacts)],
    ...typeof config === 'string' ? ['--config', shellWord(config)] : config === false ? ['--no-config'] : [],
  ].map((option) => ` ${option}`).join('');
  return sources.map(({ environment, paths: [first = '-', ...others] }) => {
    const made = shellWord(`${output}/dist${environment === '' ? '' : `/${environment}`}`);
    if (others.length === 0) return `cdk8s-sonataflow diff${options} ${shellWord(first)} ${made}`;
    return `for file in ${[first, ...others].map(shellWord).join(' ')}; do cat "$file"; echo; echo ---; done | cdk8s-sonataflow diff${options} - ${made}`;
  }).join(' && ');
}

/** What a repository is called in its package.json. */
export function repositoryName(output: string): string {
  const plain = basename(resolve(output)).toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[._-]+|[._-]+$/g, '');
  return plain === '' ? 'infra' : plain;
}
