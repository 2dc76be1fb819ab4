import { KnownRefusal } from './chart-program';
import { Program } from './program';
import { CONFIGURATION_FILE } from '../configuration/find-configuration';
import type { ClusterFacts } from '../values/operator/cluster-facts';
import { writeYaml } from '../yaml/writing';

/** In which language a program is written. */
export type Language = 'typescript' | 'python';

/** What a repository is called and made for. */
export interface Repository {
  readonly name: string;
  readonly language: Language;
  /** Of this library. */
  readonly version: string;
  readonly operator: string;
  readonly facts: Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus'>;
  /** Words for the clusters; none if there is only one. */
  readonly environments: readonly string[];
  /** What is wrong already and known. */
  readonly refusals: readonly KnownRefusal[];
}

/** The versions that a new repository begins with. */
export const VERSIONS = {
  dependencies: { 'cdk8s': '^2.70.0', 'cdk8s-plus-28': '^2.5.6', 'constructs': '^10.5.1' },
  synth: { 'cdk8s-cli': '2.207.60' },
  typescript: { '@types/jest': '^30.0.0', '@types/node': '^20', 'jest': '^30.5.2', 'ts-jest': '^29.4.15', 'tsx': '^4.23.15', 'typescript': '~6.0.0' },
  formatter: { prettier: '^3.6.0' },
} as const;

/** What a checkout of this library calls itself. */
const UNRELEASED = '0.0.0';

/** All files of a repository but those of the program itself. */
export function infrastructureFiles(repository: Repository): Array<readonly [path: string, text: string]> {
  const { language, refusals } = repository;
  return [
    ...refusals.length === 0 ? [] : [[CONFIGURATION_FILE, sonataflowrc(refusals)] as const],
    ['.gitignore', ['dist/', 'node_modules/', ...language === 'python' ? ['.venv/', '__pycache__/', '.pytest_cache/'] : [], ''].join('\n')],
    ['cdk8s.yaml', cdk8sYaml(repository)],
    ['package.json', packageJson(repository)],
    ...language === 'python' ? [['requirements.txt', requirements(repository)] as const] : [['tsconfig.json', TSCONFIG] as const],
  ];
}

export function environmentNames({ environments: [first, ...others], environments }: Program): string[] {
  return first === undefined || others.length === 0 ? [] : environments.map(({ name }) => name);
}

/** Not in the program, where it would be an annotation that the custom resources do not have. */
function sonataflowrc(refusals: readonly KnownRefusal[]): string {
  const once = new Map(refusals.map((refusal) => [JSON.stringify(refusal), { ...refusal }]));
  return writeYaml({ acknowledgements: [...once.values()] });
}

function cdk8sYaml({ language, version, operator, facts }: Repository): string {
  const said = Object.entries(DEFAULT_FACTS).map(([field, otherwise]) => [field, facts[field as keyof typeof facts] ?? otherwise] as const)
    .filter(([field, value]) => value !== DEFAULT_FACTS[field as keyof typeof DEFAULT_FACTS]);
  return writeYaml({
    language,
    app: appCommand(language),
    output: 'dist',
    validations: [{
      package: './node_modules/cdk8s-sonataflow', version, class: 'SonataFlowValidation', properties: { operator, ...Object.fromEntries(said) },
    }],
  });
}

const DEFAULT_FACTS = { openshift: false, knative: true, prometheus: true };

function appCommand(language: Language): string {
  return language === 'python' ? 'python3 main.py' : 'npx tsx main.ts';
}

function packageJson({ name, language, version, environments }: Repository): string {
  const { dependencies, synth, typescript, formatter } = VERSIONS;
  const own = { 'cdk8s-sonataflow': version === UNRELEASED ? '*' : `^${version}` };
  const each = Object.fromEntries(environments.map((one) => [`synth:${one}`, `cdk8s synth --app "${appCommand(language)} ${one}" --output dist/${one}`]));
  const scripts = {
    synth: environments.length === 0 ? 'cdk8s synth' : environments.map((one) => `npm run synth:${one}`).join(' && '),
    ...each,
    test: language === 'python' ? 'python3 -m pytest' : 'jest',
  };
  const content = language === 'python'
    ? { name, private: true, scripts, devDependencies: sorted({ ...dependencies, ...own, ...synth }) }
    : {
      name,
      private: true,
      scripts,
      dependencies: sorted({ ...dependencies, ...own }),
      devDependencies: sorted({ ...synth, ...typescript, ...formatter }),
      jest: { preset: 'ts-jest' },
      prettier: { printWidth: 120, singleQuote: true },
    };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function sorted(versions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function requirements({ version }: Repository): string {
  const own = version === UNRELEASED ? 'cdk8s-sonataflow' : `cdk8s-sonataflow~=${version}`;
  const { cdk8s, 'cdk8s-plus-28': plus, constructs } = VERSIONS.dependencies;
  const python = (range: string) => range.replace('^', '>=');
  return [`cdk8s${python(cdk8s)}`, `cdk8s-plus-28${python(plus)}`, own, `constructs${python(constructs)}`, 'pytest>=8', ''].join('\n');
}

const TSCONFIG = `${JSON.stringify({
  compilerOptions: { module: 'node16', target: 'ES2022', lib: ['es2022'], strict: true, skipLibCheck: true, noEmit: true, types: ['node', 'jest'] },
  include: ['**/*.ts'],
}, undefined, 2)}\n`;
