import childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import './typescript.mjs';

// cdk8s starts a process for each file that is included: half a second to read what is there.
const { execFileSync } = childProcess;
childProcess.execFileSync = (file, args, options) => {
  const [script, path] = Array.isArray(args) ? args : [];
  return String(script).endsWith('/_loadurl.mjs') && !/^[a-z]+:/.test(path) ? readFileSync(path, 'utf8') : execFileSync(file, args, options);
};
syncBuiltinESMExports();
