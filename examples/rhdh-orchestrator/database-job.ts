import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';

export interface DatabaseJobProps {
  /** Name of the Service of the server. */
  readonly service: string;
  /** Name of the database. */
  readonly name: string;
  /** Its keys are POSTGRES_USER and POSTGRES_PASSWORD. */
  readonly secret: kplus.ISecret;
}

const HOOK = { 'argocd.argoproj.io/hook': 'PreSync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' };

const SCRIPT = `
until pg_isready --quiet; do sleep 2; done
psql --no-align --tuples-only --command "select datname from pg_database" | grep --quiet --line-regexp "$DATABASE" || createdb "$DATABASE"
`;

/**
 * A Job that makes the database, unless it is there. Without it the services would start again and again: Argo CD runs the Job before it applies
 * the rest, and kubectl at least begins with it.
 */
export function databaseJob(scope: Construct, id: string, { service, name, secret }: DatabaseJobProps): kplus.Job {
  const job = new kplus.Job(scope, id, {
    metadata: { name: 'create-orchestrator-database', annotations: HOOK },
    activeDeadline: Duration.minutes(2),
    backoffLimit: 2,
    restartPolicy: kplus.RestartPolicy.NEVER,
    automountServiceAccountToken: false,
  });
  job.addContainer({
    name: 'psql',
    image: 'registry.redhat.io/rhel9/postgresql-15:9.6',
    command: ['bash', '-euc', SCRIPT.trim()],
    envVariables: {
      DATABASE: kplus.EnvValue.fromValue(name),
      PGHOST: kplus.EnvValue.fromValue(service),
      PGUSER: kplus.EnvValue.fromSecretValue({ secret, key: 'POSTGRES_USER' }),
      PGPASSWORD: kplus.EnvValue.fromSecretValue({ secret, key: 'POSTGRES_PASSWORD' }),
    },
    resources: {
      cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.millis(100) },
      memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) },
    },
    securityContext: { capabilities: { drop: [kplus.Capability.ALL] } },
  });
  return job;
}
