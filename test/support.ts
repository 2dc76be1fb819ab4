import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { FindingsError } from '../src/findings/findings-error';
import { ISonataFlowPlatform, PostgreSql, PostgreSqlServiceOptions, WorkflowDefinition } from '../src/index';

/** A chart in a namespace, in an app of its own. */
export function testChart(namespace?: string, id = 'chart'): Chart {
  return new Chart(Testing.app(), id, { namespace });
}

export function credentials(scope: Construct) {
  const id = 'Credentials';
  const secret = scope.node.tryFindChild(id) as kplus.ISecret | undefined ?? kplus.Secret.fromSecretName(scope, id, 'postgres-secrets');
  return { secret, userKey: 'POSTGRES_USER', passwordKey: 'POSTGRES_PASSWORD' };
}

/** The database of the user's starting page. */
export function postgres(scope: Construct, options: Partial<PostgreSqlServiceOptions> = {}): PostgreSql {
  return PostgreSql.fromService({ name: 'postgres', port: 5432, databaseName: 'sonataflow', credentials: credentials(scope), ...options });
}

/** A platform that this library did not make. */
export function madeUpPlatform(scope: Construct): ISonataFlowPlatform {
  return Object.assign(new Construct(scope, 'MadeUp'), { platformName: 'hub', platformNamespace: 'orders' });
}

/** A definition with one state. */
export function definition(id = 'greet', more: Record<string, unknown> = {}): WorkflowDefinition {
  return WorkflowDefinition.fromObject({ id, states: [{ name: 'Greet', type: 'inject', data: { greeting: 'hello' }, end: true }], ...more });
}

/** A new directory with files by their paths. */
export function directoryWith(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'files-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** A directory as `kn workflow` has it: a definition with one state, and more files. */
export function projectDirectory(files: Record<string, string> = {}): string {
  return directoryWith({ 'greet.sw.json': JSON.stringify({ id: 'greet', version: '1.0', start: 'Greet', ...definition().flow }), ...files });
}

/** The rules that an action breaks. */
export function brokenRules(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof FindingsError) return error.findings.map(({ rule }) => rule);
    throw error;
  }
  return [];
}

/** The message of the error that an action throws. */
export function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

/** A certificate in PEM form, of nobody. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBhDCCASmgAwIBAgIUfoCF6llAlcdjaTgPi+p0gRWQKfQwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZXhhbXBsZS5vcmcwIBcNMjYxMTI2MTQ1MTI1WhgPMjEyNjEx
MDIxNDUxMjVaMBYxFDASBgNVBAMMC2V4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAESr7rTBqzLTWqiWC9zhd/y0WpUoDoWvby32cfRR6ySH9nmu5S
fWyRmHy3SURrfk4v5lEJCsWfzvdNVk2k+4Tp0aNTMFEwHQYDVR0OBBYEFB79BC7E
LiunsUH93FLAuIGMYuYAMB8GA1UdIwQYMBaAFB79BC7ELiunsUH93FLAuIGMYuYA
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhALAvia2tyiOFNsUL
a4ZnVLeG6B5bwDPyt7fy0t/pyHfJAiEA9tVDw9chsjKhCtuYRGlM+JQ80I+9mxXE
vdhnbbK8TKo=
-----END CERTIFICATE-----
`;
