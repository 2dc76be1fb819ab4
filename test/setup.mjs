import childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Tests and sources are TypeScript; what is imported as this package is its sources.
process.env.TSX_TSCONFIG_PATH = 'test/tsconfig.json';
for (const api of ['tsx/cjs/api', 'tsx/esm/api']) (await import(api)).register();
delete process.env.TSX_TSCONFIG_PATH;

// cdk8s starts a process for each file that is included: half a second to read what is there.
const { execFileSync } = childProcess;
childProcess.execFileSync = (file, args, options) => {
  const [script, path] = Array.isArray(args) ? args : [];
  return String(script).endsWith('/_loadurl.mjs') && !/^[a-z]+:/.test(path) ? readFileSync(path, 'utf8') : execFileSync(file, args, options);
};
syncBuiltinESMExports();
