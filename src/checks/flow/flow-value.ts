import { DefinitionCheck } from './definition-subject';
import { asList, asObject } from '../../json/lenient';
import { isGiven } from '../../workflow-definition/flow/values';

const EXTENSIONS = ['workflow-uri-definitions', 'workflow-output-schema', 'workflow-function-namespaces'];

/** The engine cannot read it. In custom resources the API server and the operator have their say before. */
export const flowValue: DefinitionCheck = {
  rule: 'SF-FLOW-VALUE',
  check: ({ definition, reading, origin }) => origin === 'resource' ? [] : [
    ...reading.filter(({ kind }) => kind === 'value').map(({ path, given, allowed, fix }) => ({ path, given, allowed, fix })),
    ...asList(definition.extensions).flatMap((extension, i) => {
      const { extensionid } = asObject(extension);
      if (typeof extensionid === 'string' && EXTENSIONS.includes(extensionid)) return [];
      return [{
        path: ['extensions', i, ...isGiven(extensionid) ? ['extensionid'] : []],
        given: isGiven(extensionid) ? JSON.stringify(extensionid) : 'an extension without extensionid, in lower case',
        allowed: EXTENSIONS.join(', '),
        fix: 'name one of them in extensionid, or take the extension out',
      }];
    }),
  ],
};
