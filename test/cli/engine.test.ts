import { engineFlags } from '../../src/cli/engine';

test.each(['v18.20.8', 'v22.23.3', 'v24.21.0', 'v200.0.0'])('the engine of Node.js %s is left as it is', (version) => expect(engineFlags(version)).toEqual([]));

test('that of Node.js 20 is to compile later', () => expect(engineFlags('v20.20.2')).toEqual(['--interrupt-budget=200000']));
