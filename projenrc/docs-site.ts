import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sidebar, sitePages } from './site-pages';

/** Builds the site of docs into dist/site. The generator is no dependency: npm fetches this version of it when it is asked for. */
const GENERATOR = 'vitepress@1.6.4';

const ROOT = join(__dirname, '..');
const SOURCE = join(ROOT, 'dist', 'site-source');
const SITE = join(ROOT, 'dist', 'site');

const config = `
// As GitHub names the anchors of headings, so that links lead to the same place in both.
const slugify = (text) => text.trim().toLowerCase().replace(/[^\\p{L}\\p{N}\\p{M} _-]/gu, '').replaceAll(' ', '-');

export default {
  title: 'cdk8s-sonataflow',
  description: 'CDK8s constructs for Apache KIE SonataFlow',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  outDir: ${JSON.stringify(SITE)},
  markdown: { anchor: { slugify }, attrs: { disable: true } },
  themeConfig: {
    // Who looks for a word wants the page about it before the properties that are called like it.
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: (path) => path.includes('/api/') ? 0.2 : 1 } } } },
    outline: [2, 3],
    sidebar: ${JSON.stringify(sidebar())},
    socialLinks: [{ icon: 'github', link: 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow' }],
  },
};
`;

for (const folder of [SOURCE, SITE]) rmSync(folder, { recursive: true, force: true });
for (const { path, text } of [...sitePages(), { path: '.vitepress/config.mjs', text: config }]) {
  mkdirSync(dirname(join(SOURCE, path)), { recursive: true });
  writeFileSync(join(SOURCE, path), text);
}
execFileSync('npm', ['exec', '--yes', `--package=${GENERATOR}`, '--', 'vitepress', 'build', SOURCE], { cwd: ROOT, stdio: 'inherit' });
