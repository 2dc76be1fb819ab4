import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All that a run writes to the temporary folder, `Testing.app()` of cdk8s included, is in one folder in it; the workers inherit the variable. */
export default function setUp() {
  // Programs that are run as cdk8s-cli runs them would show their warnings among the results.
  process.env.SONATAFLOW_QUIET = '1';
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'cdk8s-sonataflow-test-'));
}
