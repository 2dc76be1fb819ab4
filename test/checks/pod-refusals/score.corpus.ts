import { POD_CASES } from './cases';
import { run } from '../../cli/run';

/** As score.mjs counts the cases, in this process. */
test('all refused cases have errors, no accepted case has one', () => {
  const total = { refused: 0, found: 0, accepted: 0, falseAlarms: 0 };
  for (const { input, refused, releases } of POD_CASES) {
    const flags = releases.length === 1 ? ['--operator', releases[0]] : [];
    const { out } = run('check', '--format', 'json', ...flags, input);
    const errors = (JSON.parse(out) as Array<{ severity: string }>).filter(({ severity }) => severity === 'error').length;
    if (refused) Object.assign(total, { refused: total.refused + 1, found: total.found + Math.sign(errors) });
    else Object.assign(total, { accepted: total.accepted + 1, falseAlarms: total.falseAlarms + Math.sign(errors) });
  }
  expect(total).toEqual({ refused: 156, found: 156, accepted: 105, falseAlarms: 0 });
});
