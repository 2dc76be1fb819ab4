import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './check-docs';

const folder = join(__dirname, '..', 'docs');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'checks.md'), checksPage());
