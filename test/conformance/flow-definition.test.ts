import { caseFiles } from './case-files';
import { flowDefinition } from '../../src/manifests/flow-definition';
import { WorkflowResource } from '../../src/model/resource';
import { asObject } from '../../src/values/lenient';
import { landscapeOf } from '../landscapes';

interface Definition { title: string; workflow?: WorkflowResource; json?: unknown }

const definitions = (['10.1.0', '1.x'] as const).flatMap((release) => caseFiles(release).flatMap(({ name, input, expected }) =>
  landscapeOf(input).workflows.flatMap((workflow): Definition[] => {
    const { metadata } = workflow;
    const json = expected.map((object) => asObject(object.data)[`${metadata.name}.sw.json`]).find((text) => text !== undefined);
    return json === undefined ? [] : [{ title: `${release} ${name}: ${metadata.namespace}/${metadata.name}`, workflow, json }];
  })));

(definitions.length > 0 ? test.each(definitions) : test.skip.each<Definition>([{ title: 'no ../shared/conformance' }]))('$title', ({ workflow, json }) => {
  expect(flowDefinition(workflow!)).toBe(json);
});
