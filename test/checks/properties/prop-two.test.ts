import { brief, complete, findingsOf } from '../input';

const platform = (flow: string) => brief(findingsOf(complete(`kind: SonataFlowPlatform\nspec: {properties: {flow: [${flow}]}}`)));

test.each<[string, string, string[]]>([
  ['a property twice', '{name: b, value: "1"}, {name: c, value: "1"}, {name: b, value: "2"}', ['SF-PROP-TWO warning spec.properties.flow[0].name']],
  ['a property without a name', '{name: "", value: "1"}', ['SF-PROP-TWO warning spec.properties.flow[0].name']],
  ['a property without a value', '{name: a}', ['SF-PROP-TWO warning spec.properties.flow[0].name']],
  ['each property once', '{name: a, value: ""}, {name: b, value: "1"}, {name: c, valueFrom: {configMapKeyRef: {name: m, key: k}}}', []],
])('%s', (_what, flow, expected) => {
  expect(platform(flow).filter((line) => line.startsWith('SF-PROP-TWO'))).toEqual(expected);
});
