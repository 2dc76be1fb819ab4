import { inFolder, workflow } from './files';
import { Progress } from '../../src/cli/output/progress';
import { program } from '../../src/cli/program';

test('a second passes before anything is shown, and what is shown goes', () => {
  let time = 0;
  let written = '';
  const progress = new Progress((text) => { written += text; }, () => time);
  progress.show('reading a.yaml');
  progress.clear();
  expect(written).toBe('');
  time = 1001;
  progress.show('reading b.yaml');
  time = 1050;
  progress.show('reading c.yaml');
  progress.clear();
  progress.clear();
  expect(written).toBe('\r\x1b[2Kreading b.yaml\r\x1b[2K');
});

test('commands tell what they are about', () => {
  inFolder({ 'a.yaml': workflow(), 'b/w.yaml': workflow('other') }, () => {
    const told: string[] = [];
    const write = () => undefined;
    for (const command of ['check', 'render']) program([command, '.'], { out: write, err: write, coloured: { out: false, err: false }, progress: (text) => told.push(text) });
    expect(told).toEqual(['reading 1 of 2 files: a.yaml', 'reading 2 of 2 files: b/w.yaml', 'judging', 'reading 1 of 2 files: a.yaml', 'reading 2 of 2 files: b/w.yaml']);
  });
});
