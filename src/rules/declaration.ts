import { error, warning } from './rule';

/** Rules about what only constructs can do wrong: a custom resource no longer says it. */
export const DECLARATION_RULES = {
  'SF-LABEL-IGNORED': warning('Labels or annotations that a rendering to the letter leaves out'),
  'SF-NAME-PATCHED': warning('A name or namespace that a patch changed'),
  'SF-NAMESPACE-MISSING': error('Kubernetes objects in no namespace'),
  'SF-OBJECT-TWO': error('Two objects of one identity in an app'),
  'SF-OUTPUT-TWO': error('Objects that cdk8s would write to one file'),
  'SF-PG-OPT-OUT': error('A service without a database on a platform that has one'),
  'SF-PG-SECRET-NS': warning('A Secret in another namespace than the pods that read it'),
  'SF-PLATFORM-MISSING': error('A supporting service without a platform'),
  'SF-PLATFORM-NAMESPACE': error('A service or workflow in another namespace than its platform'),
  'SF-PLATFORM-UNKNOWN': error('A platform that is none of this app\'s'),
  'SF-PROPS': error('A prop that is none, or has a value of another kind'),
  'SF-SERVICE-TWO': error('Two Jobs Services or two Data Indexes on one platform'),
  'SF-SNAKE-CASE': error('Keys in snake_case, which nobody reads'),
  'SF-TEST-OBJECT': error('An object that a chart does not have'),
  'SF-WORKFLOW-TWO': error('Two workflows of one name in one namespace'),
} as const;
