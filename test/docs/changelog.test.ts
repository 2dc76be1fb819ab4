import { textOf } from './repository';
import { nextRelease, releases } from '../../projenrc/changelog';

const SECTIONS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security', 'Newly found'];

const EXAMPLE = `# Changelog

## Unreleased

### Added

* Later.

## 0.2.0 - 2026-12-24

### Fixed

* A fault.

## 0.1.0 - 2026-12-01

### Added

* All of it.
`;

describe('what is released', () => {
  test('the versions with a number, the newest first', () => {
    expect(releases(EXAMPLE)).toEqual([
      { version: '0.2.0', notes: '### Fixed\n\n* A fault.' },
      { version: '0.1.0', notes: '### Added\n\n* All of it.' },
    ]);
  });

  test('the newest, when it has no tag', () => {
    expect(nextRelease(EXAMPLE, ['v0.1.0', '']).version).toBe('0.2.0');
  });

  test.each([
    ['the newest has its tag', EXAMPLE, '0.2.0'],
    ['there is none', '# Changelog\n\n## Unreleased\n', '"Unreleased"'],
  ])('nothing, when %s', (_case, changelog, newest) => {
    expect(() => nextRelease(changelog, ['v0.1.0', 'v0.2.0'])).toThrow(`CHANGELOG.md has nothing after ${newest}: write "## X.Y.Z - YYYY-MM-DD"`);
  });
});

describe('CHANGELOG.md', () => {
  const changelog = textOf('CHANGELOG.md');
  const versions = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);

  test('begins with what is not released, then has versions with their dates', () => {
    expect(versions[0]).toBe('Unreleased');
    expect(releases(changelog).map(({ version }) => version)).toEqual(versions.slice(1).map((heading) => heading.split(' ')[0]));
  });

  test('has the usual sections, and "Newly found"', () => {
    const sections = [...changelog.matchAll(/^### (.*)$/gm)].map(([, section]) => section);
    expect(sections.filter((section) => !SECTIONS.includes(section))).toEqual([]);
  });
});
