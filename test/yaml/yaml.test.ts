import { JsonObject } from '../../src/json/json';
import { readYaml } from '../../src/yaml/yaml';

const objectsOf = (text: string | Buffer) => readYaml(text, 'f.yaml').documents.map(({ object }) => object);
const findingsOf = (text: string | Buffer) => readYaml(text, 'f.yaml').findings.map(({ where, rule }) => `${where} ${rule}`);

const READ: ReadonlyArray<readonly [text: string, ...objects: JsonObject[]]> = [
  // Several documents.
  ['a: 1\n---\nb: 2\n---\n', { a: 1 }, { b: 2 }],
  ['---\n# only\n---\n\n---\na: 1', { a: 1 }],
  ['a: 1\n--- # comment\nb: 2', { a: 1 }, { b: 2 }],
  ['a: 1\n---  \t\nb: 2', { a: 1 }, { b: 2 }],
  ['a: 1\n...\n---\nb: 2\n...\n', { a: 1 }, { b: 2 }],
  ['---\n~\n---\na: 1', { a: 1 }],
  ['a: |\n  x\n  ---\n  y', { a: 'x\n---\ny\n' }],
  ['a: "\u2028---"', { a: '\u2028---' }],
  // Line ends and byte order mark.
  ['a: 1\r\nb: |\r\n  x\r\n  y\r\n---\r\nc: 3\r\n', { a: 1, b: 'x\ny\n' }, { c: 3 }],
  ['a: 1\rb: 2', { a: 1, b: 2 }],
  ['\uFEFFa: 1\n---\n\uFEFFb: 2', { a: 1 }, { b: 2 }],
  // JSON.
  ['{"a": 1}{"b": "}{"}\n{"c": "\\"{"}{"d": 2}', { a: 1 }, { b: '}{' }, { c: '"{' }, { d: 2 }],
  ['{"a": 1}\n---\nb: 2', { a: 1 }, { b: 2 }],
  ['{\n\t"a":\t[1,\n\t\ttrue]\n}', { a: [1, true] }],
  ['{"a": "\\/\\u0041\\ud83d\\ude00", "b": 1e3, "c": -1.50}', { a: '/A😀', b: 1000, c: -1.5 }],
  ["{a: '}', b: '{'}", { a: '}', b: '{' }],
  // Scalars.
  ['a: yes\nb: 0644\nc: "0644"\nd: 1_000\ne: 1:30\nf:\ng: 2001-01-01', { a: true, b: 420, c: '0644', d: 1000, e: '1:30', f: null, g: '2001-01-01' }],
  ['a: >-\n  x\n  y\n\n  z\nb: |+\n  x\n\n', { a: 'x y\nz', b: 'x\n\n' }],
  ['a: !!binary aGFsbG8=\nb: !!str 12\nc: !!set {v, w}', { a: 'hallo', b: '12', c: { v: null, w: null } }],
  // Keys.
  ['true: a\n1: b\n0x10: c\n"": d\n? e\n: f', { '1': 'b', '16': 'c', 'true': 'a', '': 'd', 'e': 'f' }],
  ['s: {&k x: 1}\nt: {*k : *k}', { s: { x: 1 }, t: { x: 'x' } }],
  // Anchors and merges; a merge overwrites the keys before it.
  ['a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
  ['b: &b {a: 2, b: 3}\ns:\n  <<: *b\n  a: 1', { b: { a: 2, b: 3 }, s: { a: 1, b: 3 } }],
  ['b: &b {a: 2, b: 3}\ns:\n  a: 1\n  <<: *b', { b: { a: 2, b: 3 }, s: { a: 2, b: 3 } }],
  ['s:\n  <<: [{a: 1}, {a: 2, b: 3}]', { s: { a: 1, b: 3 } }],
  ['b: {<<: &l [{a: 1}, {a: 2}]}\nc: *l', { b: { a: 1 }, c: [{ a: 1 }, { a: 2 }] }],
  ['s: {"<<": {a: 1}, t: {<<: []}}', { s: { '<<': { a: 1 }, 't': {} } }],
];

const REFUSED: ReadonlyArray<readonly [text: string | Buffer, ...findings: string[]]> = [
  // Syntax.
  ['a:\n\tb: 1', 'f.yaml:2:1 SF-INPUT-YAML'],
  ['a:\n  b: 1\n\tc: 2', 'f.yaml:3:1 SF-INPUT-YAML'],
  ['a: b: c', 'f.yaml:1:4 SF-INPUT-YAML'],
  ['a: [1, 2', 'f.yaml:1:9 SF-INPUT-YAML'],
  ['a: "x', 'f.yaml:1:4 SF-INPUT-YAML'],
  ['a: 1\nb: [c, "x\n  y\n]', 'f.yaml:2:8 SF-INPUT-YAML'],
  ['a: 1\nb', 'f.yaml:2:1 SF-INPUT-YAML'],
  ['a: @x', 'f.yaml:1:4 SF-INPUT-YAML'],
  ['a: "\\q"', 'f.yaml:1:5 SF-INPUT-YAML'],
  ['- a\nb: 1', 'f.yaml:2:2 SF-INPUT-YAML'],
  ['a: 1\n---b\nb: 2', 'f.yaml:2:1 SF-INPUT-YAML'],
  ['a: 1\n--- {b: 2}\n---\nc: 3', 'f.yaml:2:1 SF-INPUT-YAML'],
  ['a: 1\n...\nb: 2', 'f.yaml:3:1 SF-INPUT-YAML'],
  ['%YAML 1.2\n---\na: 1', 'f.yaml:1:1 SF-INPUT-YAML'],
  ['{a: 1}\n{b: 1}', 'f.yaml:2:3 SF-INPUT-YAML'],
  ['{"a": 1}{', 'f.yaml:1:10 SF-INPUT-YAML'],
  // Keys.
  ['a: 1\nb: 2\na: 3', 'f.yaml:3:1 SF-INPUT-YAML'],
  ['{"a": {"b": 1, "c": 2, "b": 3, "c": 4}}', 'f.yaml:1:24 SF-INPUT-YAML', 'f.yaml:1:32 SF-INPUT-YAML'],
  ['1: a\n"1": b', 'f.yaml:2:1 SF-INPUT-YAML'],
  ['? [a]\n: b', 'f.yaml:1:3 SF-INPUT-YAML'],
  ['~: b', 'f.yaml:1:1 SF-INPUT-YAML'],
  // Values.
  ['a: .inf\nb: .nan', 'f.yaml:1:4 SF-INPUT-YAML', 'f.yaml:2:4 SF-INPUT-YAML'],
  ['a: !!int x', 'f.yaml:1:10 SF-INPUT-YAML'],
  ['a: *x', 'f.yaml:1:4 SF-INPUT-YAML'],
  ['a: &x [*x]', 'f.yaml:1:8 SF-INPUT-YAML'],
  ['a: {<<: *x, *y : 1}', 'f.yaml:1:9 SF-INPUT-YAML', 'f.yaml:1:13 SF-INPUT-YAML'],
  ['a: {<<: 1}', 'f.yaml:1:5 SF-INPUT-YAML'],
  ['b: &b [{a: 1}]\na: {<<: *b}', 'f.yaml:2:5 SF-INPUT-YAML'],
  // Not a mapping.
  ['foo', 'f.yaml:1:1 SF-INPUT-OBJECT'],
  ['a: 1\n---\n# c\n\n- b', 'f.yaml:5:1 SF-INPUT-OBJECT'],
  ['[{"a": 1}]', 'f.yaml:1:1 SF-INPUT-OBJECT'],
  // Nothing.
  ['', 'f.yaml SF-INPUT-EMPTY'],
  ['\n# comment\n---\n', 'f.yaml SF-INPUT-EMPTY'],
  ['null', 'f.yaml SF-INPUT-EMPTY'],
  // Not text.
  ['a: 1\nb: \u0000', 'f.yaml:2:4 SF-INPUT-ENCODING'],
  ['a: \u001b[1m', 'f.yaml:1:4 SF-INPUT-ENCODING'],
  ['a: \ud800', 'f.yaml:1:4 SF-INPUT-ENCODING'],
  [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), 'f.yaml:1:1 SF-INPUT-ENCODING'],
  [Buffer.from('\uFEFFa: 1', 'utf16le'), 'f.yaml:1:1 SF-INPUT-ENCODING'],
  [Buffer.from('\uFEFFa: 1', 'utf16le').swap16(), 'f.yaml:1:1 SF-INPUT-ENCODING'],
  [Buffer.from('a: 1', 'utf16le'), 'f.yaml:1:1 SF-INPUT-ENCODING'],
  [Buffer.from('a: 1\nb: Gr\xfc\xdfe\nc: 2', 'latin1'), 'f.yaml:2:6 SF-INPUT-ENCODING'],
];

describe('readYaml', () => {
  test.each(READ.map(([text, ...objects]) => [text, objects] as const))('reads %j', (text, objects) => {
    expect(readYaml(text, 'f.yaml')).toMatchObject({ findings: [] });
    expect(objectsOf(text)).toEqual(objects);
    expect(objectsOf(Buffer.from(text))).toEqual(objects);
  });

  test.each(REFUSED.map(([text, ...findings]) => [text, findings] as const))('refuses %j', (text, findings) => {
    expect(findingsOf(text)).toEqual(findings);
  });

  test('an error in one document leaves the others', () => {
    expect(objectsOf('a: 1\n---\nb: "\n---\nc: 3')).toEqual([{ a: 1 }, { c: 3 }]);
    expect(findingsOf('a: 1\n---\nb: "\n---\nc: @\n---\nd: 1')).toEqual(['f.yaml:3:4 SF-INPUT-YAML', 'f.yaml:5:4 SF-INPUT-YAML']);
  });

  test('an ignored tag and a rounded integer are warnings', () => {
    const { documents, findings } = readYaml('a: !Ref x\nb: !x {c: 1}\nd: 123456789012345678', 'f.yaml');
    expect(documents[0].object).toEqual({ a: 'x', b: { c: 1 }, d: 123456789012345680 });
    expect(findings.map(({ severity, where }) => `${severity} ${where}`)).toEqual(['warning f.yaml:1:9', 'warning f.yaml:2:7', 'warning f.yaml:3:4']);
  });

  test('keys of prototypes are data', () => {
    const [object] = objectsOf('__proto__: {polluted: 1}\nconstructor: 2\ns: {<<: {__proto__: 3}, toString: 4}');
    expect(Object.entries(object)).toEqual([['__proto__', { polluted: 1 }], ['constructor', 2], ['s', expect.anything()]]);
    expect(JSON.stringify(object.s)).toBe('{"__proto__":3,"toString":4}');
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  test('what it returns is frozen', () => {
    const [object] = objectsOf('a: &x {b: [1]}\nc: *x');
    expect(Object.isFrozen(object)).toBe(true);
    expect(Object.isFrozen((object.c as JsonObject).b)).toBe(true);
  });

  test('findings have all parts and never quote a value', () => {
    for (const [text] of REFUSED) {
      for (const finding of readYaml(text, 'f.yaml').findings) {
        const { place, ...parts } = finding;
        expect(Object.keys(parts).sort()).toEqual(['allowed', 'fix', 'given', 'page', 'rule', 'severity', 'where']);
        for (const part of Object.values(parts)) expect(part).toMatch(/./);
        expect(place).toMatchObject({ file: 'f.yaml' });
      }
    }
    const secret = 'kind: Secret\nstringData: ';
    const hidden = ['"s3cr3t\\q"', '"s3cr3t" s3cr3t', '!!int s3cr3t', '!!binary s3cr3t!', '[s3cr3t', '@s3cr3t', '|s3cr3t\n x', 's3cr3t: x: y', '"s3cr3t', '{s3cr3t: 1}}'];
    for (const value of hidden) {
      const { findings } = readYaml(`${secret}${value}\n`, 'f.yaml');
      expect(findings.length).toBeGreaterThan(0);
      expect(JSON.stringify(findings)).not.toContain('s3cr3t');
    }
  });
});
