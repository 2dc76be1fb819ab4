export const PLATFORM = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub}\n';
const EXPLOSION = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 20 }, (_, i) => `b${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`)].join('\n');

/** What somebody might give to a command, and what is found. */
export interface BrokenInput {
  readonly content: string | Buffer;
  readonly rule: string;
  /** Behind the name of the file; empty for the file as a whole. */
  readonly place: RegExp;
}

export const BROKEN_INPUTS: Readonly<Record<string, BrokenInput>> = {
  'an empty file': { content: '', rule: 'SF-INPUT-EMPTY', place: /^$/ },
  'comments only': { content: '# nothing\n---\n', rule: 'SF-INPUT-EMPTY', place: /^$/ },
  'a binary file': { content: Buffer.from([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]), rule: 'SF-INPUT-ENCODING', place: /^:1:1$/ },
  '50 MB': { content: Buffer.alloc(50 * 1024 * 1024, 'a: b\n'), rule: 'SF-INPUT-LIMIT', place: /^$/ },
  'deep nesting': { content: `${PLATFORM}spec: ${'['.repeat(100_000)}`, rule: 'SF-INPUT-LIMIT', place: /^:4:\d+$/ },
  'deep nesting by indentation': { content: Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), rule: 'SF-INPUT-LIMIT', place: /^:\d+:\d+$/ },
  'anchors that explode': { content: EXPLOSION, rule: 'SF-INPUT-LIMIT', place: /^:\d+:\d+$/ },
  'an alias of itself': { content: 'a: &a [*a]', rule: 'SF-INPUT-YAML', place: /^:1:8$/ },
  'a key twice': { content: `${PLATFORM}spec: {}\nspec: {services: {}}\n`, rule: 'SF-INPUT-YAML', place: /^:5:1$/ },
  'tabs': { content: `${PLATFORM}spec:\n\tservices: {}\n`, rule: 'SF-INPUT-YAML', place: /^:5:1$/ },
  'UTF-16': { content: Buffer.from(`\uFEFF${PLATFORM}`, 'utf16le'), rule: 'SF-INPUT-ENCODING', place: /^:1:1$/ },
  'Latin-1': { content: Buffer.from(`${PLATFORM}# f\u00FCr alle\n`, 'latin1'), rule: 'SF-INPUT-ENCODING', place: /^:4:4$/ },
  'a control character': { content: `${PLATFORM}spec: "\x01"\n`, rule: 'SF-INPUT-ENCODING', place: /^:4:8$/ },
  'no object': { content: 'just text', rule: 'SF-INPUT-OBJECT', place: /^:1:1$/ },
  'a quote that does not end': { content: `${PLATFORM}spec: "\n`, rule: 'SF-INPUT-YAML', place: /^:4:7$/ },
};
