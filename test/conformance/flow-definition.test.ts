import { casesHere, readObjects, RELEASES } from './cases';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { flowDefinition } from '../../src/manifests/flow-definition/flow-definition';
import { WorkflowResource } from '../../src/model/resource';
import { landscapeOf } from '../landscapes';

interface Definition { title: string; workflow?: WorkflowResource; json?: unknown }

const definitions = RELEASES.flatMap((release) => casesHere(release).flatMap(({ name, input, expected }) =>
  landscapeOf(readObjects(input) as JsonObject[]).workflows.flatMap((workflow): Definition[] => {
    const { metadata } = workflow;
    const json = (readObjects(expected) as JsonObject[]).map((object) => asObject(object.data)[`${metadata.name}.sw.json`]).find((text) => text !== undefined);
    return json === undefined ? [] : [{ title: `${release} ${name}: ${metadata.namespace}/${metadata.name}`, workflow, json }];
  })));

(definitions.length > 0 ? test.each(definitions) : test.skip.each<Definition>([{ title: 'no ../shared/conformance' }]))('$title', ({ workflow, json }) => {
  expect(flowDefinition(workflow!)).toBe(json);
});
