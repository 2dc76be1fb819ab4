import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { asList, asObject } from '../../json/lenient';
import { unreadableFlow } from '../../model/flow-definition/flow-definition';
import { Violation } from '../../rules/found';
import { isGiven } from '../../workflow-definition/flow/values';

const EXTENSIONS = ['workflow-uri-definitions', 'workflow-output-schema', 'workflow-function-namespaces'];

/** The engine cannot read it. What the operator cannot read of a custom resource either is an obstacle, and retries have another form there. */
export const flowValue: DefinitionCheck = {
  rule: 'SF-FLOW-VALUE',
  check: ({ definition, reading, origin }) => {
    const values = reading.filter(({ kind }) => kind === 'value').map(({ path, given, allowed, fix }) => ({ path, given, allowed, fix }));
    if (origin === 'file') return [...values, ...extensions(definition)];
    const passing = values.filter(({ path: [first] }) => first !== 'retries');
    return passing.length === 0 || unreadableFlow({ spec: { flow: definition } }).length > 0 ? [] : passing;
  },
};

function extensions(definition: DefinitionSubject['definition']): Violation[] {
  return asList(definition.extensions).flatMap((extension, i) => {
    const { extensionid } = asObject(extension);
    if (typeof extensionid === 'string' && EXTENSIONS.includes(extensionid)) return [];
    return [{
      path: ['extensions', i, ...isGiven(extensionid) ? ['extensionid'] : []],
      given: isGiven(extensionid) ? JSON.stringify(extensionid) : 'an extension without extensionid, in lower case',
      allowed: EXTENSIONS.join(', '),
      fix: 'name one of them in extensionid, or take the extension out',
    }];
  });
}
