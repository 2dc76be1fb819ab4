import { cdk, cdk8s, DependencyType, github, javascript, release } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-sonataflow',
  description: 'CDK8s constructs for Apache KIE SonataFlow: platforms, supporting services and serverless workflows in typed code.',
  keywords: ['cdk8s', 'kubernetes', 'sonataflow', 'serverless-workflow', 'kogito', 'workflow'],
  author: 'The cdk8s-sonataflow authors',
  authorAddress: 'https://github.com/cdk8s-sonataflow',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow.git',
  copyrightOwner: 'The cdk8s-sonataflow authors',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '20',

  cdk8sVersion: '2.70.0',
  constructsVersion: '10.4.5',
  jsiiVersion: '~6.0.0',
  // Otherwise it refuses compiler options that it does not know, and it knows neither noUncheckedIndexedAccess nor noImplicitOverride.
  validateTsconfig: cdk.ValidateTsconfig.MINIMAL,
  typescriptVersion: '~6.0.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  // What the code needs at run time is bundled by projenrc/bundle.ts, since jsii takes no dependency that is no jsii module.
  devDeps: [
    'commander@^14.0.3', 'diff@^9.0.0', 'fastest-levenshtein@^1.0.16', 'ignore@^7.0.5', 'js-yaml@^4.3.2', 'yaml@^2.9.1',
    '@dagrejs/dagre@^3.1.3', '@microsoft/jest-sarif@1.0.0-beta.0', '@types/js-yaml@^4.0.9', '@types/node@^20', 'ajv@^8.20.0', 'cdk8s-plus-34@2.0.54',
    'esbuild@^0.28.2', 'fast-check@^4.10.2', '@jest/test-sequencer@^30.0.0', 'jest-light-runner@^0.8.2', 'prettier@^3.6.0', 'tsx@^4.23.15',
    // Checks the types of the tests in a fifth of the time; jsii, the linter and what compiles in the tests need the one that has an API.
    'typescript-7@npm:typescript@~7.0.2',
  ],

  publishToPypi: { distName: 'cdk8s-sonataflow', module: 'cdk8s_sonataflow', trustedPublishing: true },
  // Maven Central and a repository of its own for Go need secrets; GitHub Packages and a branch of this repository take the workflow's token.
  publishToMaven: {
    javaPackage: 'io.github.cdk8s_sonataflow',
    mavenGroupId: 'io.github.cdk8s-sonataflow',
    mavenArtifactId: 'cdk8s-sonataflow',
    mavenRepositoryUrl: 'https://maven.pkg.github.com/cdk8s-sonataflow/cdk8s-sonataflow',
  },
  publishToGo: {
    moduleName: 'github.com/cdk8s-sonataflow/cdk8s-sonataflow',
    packageName: 'sonataflow',
    gitBranch: 'go',
    githubCredentials: github.GithubCredentials.fromPersonalAccessToken({ secret: 'GITHUB_TOKEN' }),
  },

  entrypoint: 'lib/index.js',
  bin: { 'cdk8s-sonataflow': 'lib/cli.js' },
  sampleCode: false,
  tsconfig: {
    compilerOptions: {
      rootDir: '.', outDir: 'lib', inlineSourceMap: false, inlineSources: false, noUncheckedIndexedAccess: true, noImplicitOverride: true,
    },
    include: ['src/**/*.ts', 'imports/**/*.ts'],
  },
  tsconfigDev: {
    // A test fails by itself where something is not there.
    compilerOptions: { noUncheckedIndexedAccess: false, types: ['node', 'jest'], paths: { 'cdk8s-sonataflow': ['../src/index.ts'] } },
    include: ['../examples/**/*.ts'],
  },
  jest: true,
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      // In its own process, which alone can change its working directory; test/in-two-processes.sh uses another core.
      maxWorkers: 1,
      roots: ['<rootDir>/test', '<rootDir>/examples'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/package/'],
      // One module system for all suites of a process: to load the library anew for each took longer than the tests. What a suite changes of
      // the process, it changes back.
      runner: 'jest-light-runner',
      testSequencer: '<rootDir>/test/halves.cjs',
      setupFiles: ['<rootDir>/test/setup.mjs'],
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
      // By default it is in the temporary folder, which a run leaves as it was.
      cacheDirectory: '<rootDir>/node_modules/.cache/jest',
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'projenrc'],
    fileExtensions: ['.ts'],
    ignorePatterns: ['imports/', 'lib/', 'dist/'],
  },

  // Commits are sentences, not Conventional Commits, which is all that projen's lint of pull requests knows.
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
  buildWorkflowOptions: {
    workflowTriggers: { pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} },
    // What a command generates has to be committed: nobody commits into a pull request.
    mutableBuild: false,
    permissions: { contents: github.workflows.JobPermission.READ },
  },
  // A maintainer starts it: the newest version in CHANGELOG.md is built, published and tagged.
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  // The lower bounds of the peers are promises to users: dependencies are upgraded by hand.
  depsUpgrade: false,
});

// What is loaded is made of what is compiled to lib/src.
project.package.addField('types', 'lib/src/index.d.ts');
// 1.13.0 lacks platform packages in the registry: `npm ci` on a fresh clone fails.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

project.npmignore?.exclude('/.ci/', '/.editorconfig', '/API.md', '/API.python.md', '/ARCHITECTURE.md', '/CONTRIBUTING.md', '/examples/', '/imports/', '/docs/*');
// The findings name their pages.
project.npmignore?.include('/docs/rules/');
// It is in the three files that are loaded.
project.npmignore?.exclude('/lib/src/**/*.js', '/lib/imports/*.js');

// projen finds versions in Conventional Commits, by 150 packages; here they stand in CHANGELOG.md.
project.tasks.tryFind('bump')?.reset('tsx projenrc/bump.ts');
project.removeTask('bump:releasable-commits');
project.deps.removeDependency('commit-and-tag-version', DependencyType.BUILD);

const releaseWorkflow = project.github?.tryFindWorkflow('release')?.file;
releaseWorkflow?.addOverride('jobs.release_maven.name', 'Publish to GitHub Packages');
releaseWorkflow?.addOverride('jobs.release_golang.name', 'Publish to the branch go');
releaseWorkflow?.addOverride('jobs.release_golang.permissions.contents', 'write');
// The Go module has the library in it, and the branch that it is pushed to begins as this one.
project.gitignore.include('/sonataflow/jsii/*.tgz');

project.github?.tryFindWorkflow('build')?.addJob('proof', {
  runsOn: ['ubuntu-latest'],
  permissions: { contents: github.workflows.JobPermission.READ },
  tools: { node: { version: '20' }, python: { version: '3.x' } },
  steps: [github.WorkflowSteps.checkout(), { name: 'Prove it', run: '.ci/run' }],
});

// What the operators did, byte for byte.
for (const folder of ['cases', 'fuzzed/cases', 'fuzzed/silent']) {
  project.gitattributes.addAttributes(`/test/conformance/${folder}/*/*`, '-text', 'linguist-generated');
}

project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
// It would be in the temporary folder, and saves nothing.
project.tasks.addEnvironment('TSX_DISABLE_CACHE', '1');

// ts-jest only strips types; the compiler judges them. The linter takes as long as half of the tests, and is a task of its own.
project.testTask.reset('bash test/types-and-tests.sh', { receiveArgs: true });

new javascript.TypescriptConfig(project, {
  fileName: 'examples/tsconfig.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
  compilerOptions: { noEmit: true, rootDir: '..', types: ['node', 'jest'], paths: { 'cdk8s-sonataflow': ['../src/index.ts'] } },
  include: ['**/*.ts'],
});
project.tryFindObjectFile('projenrc/tsconfig.json')?.addOverride('compilerOptions.noUncheckedIndexedAccess', false);
project.addTask('synth', {
  description: 'Synthesizes the examples into dist/, and what the operator would make of them into dist/kubernetes-objects/',
  exec: 'node --import tsx projenrc/synth-examples.ts',
  env: { TSX_TSCONFIG_PATH: 'examples/tsconfig.json' },
});

project.addTask('test:corpus', {
  description: 'Runs the tests that take long, *.corpus.ts: what large and broken input costs, further corpora',
  exec: 'bash test/corpus.sh',
  receiveArgs: true,
});

project.addTask('bench', {
  description: 'Measures what the compiled library costs beside what people use today; with --write it makes docs/performance.md',
  exec: 'tsx test/bench/main.ts',
  receiveArgs: true,
});

project.compileTask.exec('tsx projenrc/bundle.ts');
project.tasks.tryFind('package:python')?.exec('python3 projenrc/mend_python_package.py dist/python');
project.tasks.tryFind('docgen')?.exec('jsii-docgen --language python --output API.python.md');

project.addTask('test:package', {
  description: 'Installs the packed library as its users do: from npm with the real `cdk8s synth`, from the Python wheel, in Java and Go; measures it',
  steps: [
    { spawn: 'compile' },
    { exec: 'bash test/in-two-processes.sh --testPathIgnorePatterns /node_modules/ --runTestsByPath test/package/getting-started.test.ts test/package/infra-repo.test.ts test/package/output-modes.test.ts test/package/validation-plugin.test.ts test/package/size.test.ts' },
    { exec: 'bash test/package/python.sh' },
    { exec: 'bash test/package/java.sh' },
    { exec: 'bash test/package/go.sh' },
  ],
});

project.addTask('test:browser', {
  description: 'Opens the pictures in headless Chromium: no text overlaps, the page works by keyboard alone; CHROMIUM names another program than chromium',
  exec: "jest --testMatch '**/*.browser.ts' --ci --runInBand",
  receiveArgs: true,
});

project.addTask('fuzz', {
  description: 'Gives random input to all commands and constructs: --runs 100000, and --seed for the same once more',
  exec: 'node --import tsx projenrc/fuzz.ts',
  receiveArgs: true,
});

project.addTask('import:crds', {
  description: 'Generates imports/ from a folder with the CRDs of each operator version',
  exec: 'tsx projenrc/import-crds.ts',
  receiveArgs: true,
});

project.addTask('docs:rules', {
  description: 'Generates docs/rules/README.md, the index of the rules, docs/pod-rules.md, what Kubernetes takes in pods, and schemas/',
  steps: [{ exec: 'tsx projenrc/rule-index.ts' }, { exec: 'tsx projenrc/pod-rules.ts' }, { exec: 'tsx projenrc/configuration-schema.ts' }],
});

project.addTask('docs:pages', {
  description: 'Generates docs/command-line.md, docs/configuration-file.md, the picture of the README, and the program of all examples of the API',
  steps: [
    { exec: 'tsx projenrc/api-examples.ts' },
    { exec: 'tsx projenrc/command-line-page.ts' },
    { exec: 'tsx projenrc/configuration-page.ts' },
    { exec: 'TSX_TSCONFIG_PATH=test/tsconfig.json tsx projenrc/readme-picture.ts' },
  ],
});

project.addTask('docs', {
  description: 'Builds the site of docs and of the API into dist/site, with a search; npm fetches the generator for that',
  exec: 'TSX_TSCONFIG_PATH=test/tsconfig.json tsx projenrc/docs-site.ts',
});

// Each layer may import the layers before it, never one after it; in some layers the same holds for their wings.
const layers = [
  'json', 'kubernetes', 'go', 'findings', 'pod-rules', 'rules', 'acknowledgements', 'yaml', 'values', 'configuration', 'workflow-definition',
  'validation', 'model', 'properties', 'manifests', 'checks', 'loader', 'diff', 'upgrade', 'graph', 'constructs', 'convert', 'cli',
];
const wings = {
  manifests: [['parts'], ['service', 'workflow'], ['platform']],
  constructs: [['app'], ['platform', 'workflow']],
};
const inOrder = layers.map((layer, i) => ({
  target: `./src/${layer}`,
  from: [...layers.slice(i + 1).map((later) => `./src/${later}`), './src/index.ts'],
  message: `src/${layer} is a layer before that one: data flows one way.`,
}));
const inWings = Object.entries(wings).flatMap(([layer, storeys]) => storeys.flatMap((storey, i) => storey.map((wing) => ({
  target: `./src/${layer}/${wing}`,
  from: [...storeys.slice(i + 1).flat(), ...storey.filter((neighbour) => neighbour !== wing)].map((other) => `./src/${layer}/${other}`),
  message: `src/${layer}/${wing} is before that wing, or beside it.`,
}))));
// They are bundled.
project.eslint?.allowDevDeps('src/**');
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', { zones: [...inOrder, ...inWings] }],
  '@typescript-eslint/no-explicit-any': 'error',
  // The compiler resolves the library's own name.
  'import/no-unresolved': ['error', { ignore: ['^cdk8s-sonataflow$'] }],
});
project.eslint?.addOverride({
  files: ['src/**/*.ts'],
  rules: {
    '@typescript-eslint/no-floating-promises': ['error'],
    '@typescript-eslint/no-unnecessary-condition': ['error'],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // A lexer or a table of kinds has as many branches as there are kinds.
    'complexity': ['error', 20],
  },
});

project.synth();
