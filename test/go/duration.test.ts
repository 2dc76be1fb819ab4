import { goDuration } from '../../src/go/duration';

test.each([
  ['0', '0s'],
  ['0s', '0s'],
  ['10m', '10m0s'],
  ['90s', '1m30s'],
  ['1.5h', '1h30m0s'],
  ['24h', '24h0m0s'],
  ['1h1ms', '1h0m0.001s'],
  ['1500ms', '1.5s'],
  ['1.25ms', '1.25ms'],
  ['1us', '1µs'],
  ['999ns', '999ns'],
  ['-2m', '-2m0s'],
  ['.5s', '500ms'],
  ['5 minutes', '5 minutes'],
  ['5', '5'],
])('%s is %s', (text, expected) => expect(goDuration(text)).toBe(expected));
