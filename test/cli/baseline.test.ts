import { readFileSync } from 'node:fs';
import { inFolder, told, workflow, writeFiles } from './files';
import { run } from './run';

const FILES = { 'a.yaml': workflow('shop', 'a'), 'b.yaml': workflow('shop', 'b') };

test('what is found today is known, and only what is new fails', () => {
  inFolder(FILES, (folder) => {
    expect(run('check', '--strict', 'a.yaml', 'b.yaml').status).toBe(1);
    expect(run('check', '--baseline', 'known.json', '--write-baseline', 'a.yaml', 'b.yaml')).toEqual({ status: 0, out: '2 findings are in the baseline known.json\n', err: '' });
    const again = run('check', '--baseline', 'known.json', '--strict', 'a.yaml', 'b.yaml');
    expect(again).toMatchObject({ status: 0, out: expect.stringMatching(/^nothing found; 2 more in the baseline\n2 resources/) });
    writeFiles(folder, { 'a.yaml': `# moved\n\n${workflow('shop', 'a')}`, 'c.yaml': workflow('shop', 'c') });
    const { status, out } = run('check', '--baseline', 'known.json', '--strict', 'a.yaml', 'b.yaml', 'c.yaml');
    expect([status, told(out)]).toEqual([1, ['c.yaml: warning: SF-PLATFORM-NONE']]);
  });
});

test('it has rules, objects and fields, each once and in one order, and no lines', () => {
  inFolder({ 'a.yaml': workflow('shop', 'a').replace('gitops', 'gitopps'), 'b.yaml': workflow('shop', 'b') }, () => {
    run('check', '--baseline', 'one.json', '--write-baseline', 'b.yaml', 'a.yaml');
    run('check', '--baseline', 'two.json', '--write-baseline', 'a.yaml', 'b.yaml');
    expect(readFileSync('one.json', 'utf8')).toBe(readFileSync('two.json', 'utf8'));
    expect(JSON.parse(readFileSync('one.json', 'utf8'))).toEqual({
      findings: [
        { rule: 'SF-PLATFORM-NONE', object: 'SonataFlow shop/a' },
        { rule: 'SF-PLATFORM-NONE', object: 'SonataFlow shop/b' },
        { rule: 'SF-PROFILE', object: 'SonataFlow shop/a', field: 'metadata.annotations["sonataflow.org/profile"]' },
      ],
    });
  });
});

test('of an object that is in several folders it knows in which', () => {
  const files = { 'dev/a.yaml': workflow('shop', 'a').replace('gitops', 'gitopps'), 'prod/a.yaml': workflow('shop', 'a') };
  inFolder(files, (folder) => {
    run('check', '--baseline', 'known.json', '--write-baseline', '.');
    expect(run('check', '--baseline', 'known.json', '--strict', '.').status).toBe(0);
    writeFiles(folder, { 'prod/a.yaml': files['dev/a.yaml'] });
    const { status, out } = run('check', '--baseline', 'known.json', '--strict', '.');
    expect([status, told(out)]).toEqual([1, ['prod/a.yaml: error: SF-PROFILE']]);
    const { runs: [{ results }] } = JSON.parse(run('check', '--format', 'sarif', '.').out) as { runs: Array<{ results: Array<{ partialFingerprints: object }> }> };
    expect(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(results.length);
  });
});

test('it is not written of files that cannot be read', () => {
  inFolder({ ...FILES, 'known.json': '{"findings": []}' }, () => {
    expect(run('check', '--baseline', 'known.json', '--write-baseline', 'a.yml')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('SF-INPUT-FILE') });
    expect(readFileSync('known.json', 'utf8')).toBe('{"findings": []}');
  });
});

test.each([
  ['one that is not there', {}, 'a path that does not exist'],
  ['no JSON', { 'known.json': '{' }, 'no JSON'],
  ['something else', { 'known.json': '{"findings": [{"rule": 1}]}' }, 'something else than --write-baseline writes'],
])('%s: status 2', (_what, files, message) => {
  inFolder({ ...FILES, ...files }, () => {
    expect(run('check', '--baseline', 'known.json', 'a.yaml')).toEqual({ status: 2, out: '', err: expect.stringContaining(message) });
  });
});

test('--write-baseline wants to know where, and says where it cannot write', () => {
  inFolder(FILES, () => {
    expect(run('check', '--write-baseline', 'a.yaml')).toMatchObject({ status: 2, err: expect.stringContaining('--baseline FILE') });
    expect(run('check', '--baseline', '.', '--write-baseline', 'a.yaml')).toMatchObject({ status: 1, err: expect.stringContaining('SF-OUTPUT-FILE') });
  });
});
