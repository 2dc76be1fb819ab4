import { Names } from 'cdk8s';
import { IConstruct } from 'constructs';
import { apiObjectOf } from '../api-object-of';
import { unlessLate } from '../late';
import { namespaceProblem, serviceNameProblem } from '../name-rules';
import { portProblem } from './postgre-sql-rules';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { ValueProblem } from '../../rules/value-problem';

/** A Service by which a database is found. */
export interface PostgreSqlService {
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export function serviceProblems({ name, namespace, port }: PostgreSqlService): ValueProblem[] {
  return [
    unlessLate(name, (text) => serviceNameProblem('database service', text)),
    namespace === undefined ? undefined : unlessLate(namespace, (text) => namespaceProblem('namespace of the database service', text)),
    port === undefined ? undefined : portProblem(port),
  ].filter((problem) => problem !== undefined);
}

/** The Service of a construct as it is by now, with its first port. One that is none, or is refused, has something valid in its place. */
export function serviceOfConstruct(construct: IConstruct): { readonly service: PostgreSqlService; readonly problems: readonly ValueProblem[] } {
  const read = readService(construct);
  const problems = 'rule' in read ? [read] : serviceProblems(read);
  return { service: 'rule' in read || problems.length > 0 ? { name: Names.toDnsLabel(construct) } : read, problems };
}

function readService(construct: IConstruct): PostgreSqlService | ValueProblem {
  const object = apiObjectOf(construct);
  if (!object) return noService(construct, 'which makes no object');
  if (object.apiVersion !== 'v1' || object.kind !== 'Service') return noService(construct, `which makes a ${object.kind} of ${object.apiVersion}`);
  try {
    const { metadata, spec } = asObject(object.toJson());
    const { name, namespace } = asObject(metadata);
    const [firstPort] = asList(asObject(spec).ports);
    return { name, namespace, port: asObject(firstPort).port } as PostgreSqlService;
  } catch (error) {
    return noService(construct, `whose Service cannot be written: ${(error as Error).message}`);
  }
}

function noService(construct: IConstruct, flaw: string): ValueProblem {
  return {
    rule: 'SF-PG-SERVICE',
    given: `the construct ${quote(construct.node.path)}, ${flaw}`,
    allowed: 'a construct that makes a Service, such as one of cdk8s-plus',
    fix: 'give the construct of the database\'s Service, or the name of the Service to PostgreSql.fromService',
  };
}
