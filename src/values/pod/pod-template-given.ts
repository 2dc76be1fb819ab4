import { Expected } from '../given';

const CPU: Expected = { like: ['amount'], name: 'a Cpu', by: 'kplus.Cpu.millis or units' };
const SIZE: Expected = { like: ['asString'], name: 'a Size', by: 'Size.mebibytes and its like' };
const ENV_VALUE: Expected = { like: ['value', 'valueFrom'], name: 'an EnvValue', by: 'kplus.EnvValue.fromValue and its like' };
const MEMORY: Expected = { fields: { request: SIZE, limit: SIZE } };

/** What has a class in a pod template; all else the schema of the CRD knows better. */
export const POD_TEMPLATE_GIVEN: Expected = {
  some: {
    container: {
      some: { envVariables: { record: ENV_VALUE }, cpu: { fields: { request: CPU, limit: CPU } }, memory: MEMORY, ephemeralStorage: MEMORY },
    },
  },
};
