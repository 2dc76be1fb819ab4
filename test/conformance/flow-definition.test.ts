import { readCases, readObjects, REVIEWED } from './cases';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { flowDefinition } from '../../src/model/flow-definition/flow-definition';
import { landscapeOf } from '../landscapes';

const definitions = REVIEWED.flatMap((release) => readCases(release).flatMap(({ name, input, expected }) =>
  landscapeOf(readObjects(input) as JsonObject[]).workflows.flatMap((workflow) => {
    const { metadata } = workflow;
    const json = (readObjects(expected) as JsonObject[]).map((object) => asObject(object.data)[`${metadata.name}.sw.json`]).find((text) => text !== undefined);
    return json === undefined ? [] : [{ title: `${release} ${name}: ${metadata.namespace}/${metadata.name}`, workflow, json }];
  })));

test.each(definitions)('$title', ({ workflow, json }) => {
  expect(flowDefinition(workflow)).toBe(json);
});
