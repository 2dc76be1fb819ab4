import { error, warning } from './rule';

/** Rules about files and what is read from them. */
export const INPUT_RULES = {
  'SF-INPUT-EMPTY': warning('A file without objects'),
  'SF-INPUT-ENCODING': error('A file that is no text in UTF-8'),
  'SF-INPUT-FILE': error('A file that cannot be read'),
  'SF-INPUT-KIND': error('A kind or an apiVersion that nearly is one of SonataFlow\'s'),
  'SF-INPUT-LIMIT': error('Input that is too large or too deep'),
  'SF-INPUT-OBJECT': error('A document that is no object of Kubernetes'),
  'SF-INPUT-TWICE': error('Two objects of one identity'),
  'SF-INPUT-WORKFLOW': error('A workflow that is not among the input'),
  'SF-INPUT-YAML': error('YAML that kubectl does not read, or reads as something else'),
  'SF-KUBERNETES-VERSION': error('A version of Kubernetes that is none'),
  'SF-OUTPUT-FILE': error('A place that cannot be written'),
  'SF-OUTPUT-TEXT': error('A text that cdk8s writes so that kubectl reads something else'),
  'SF-SCHEMA': error('A custom resource that the schema of its CRD refuses'),
  'SF-VALIDATION-PROPERTY': error('A property that the validation plugin does not know'),
} as const;
