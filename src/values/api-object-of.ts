import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The object that a construct makes, whichever library it is of; none where it only names one that is there already. */
export function apiObjectOf(construct: IConstruct): ApiObject | undefined {
  if (ApiObject.isApiObject(construct)) return construct;
  const { defaultChild } = construct.node;
  return defaultChild && apiObjectOf(defaultChild);
}
