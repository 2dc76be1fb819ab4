import { withLazyImports } from '../../projenrc/lazy-imports';

test.each([
  ['what is used is run then', ['const a_1 = require("./a");', 'f(() => a_1.b);'], ['let a_1;', 'f(() => (a_1 ??= require("./a")).b);']],
  ['a call', ['const a_1 = require("./a");', '(0, a_1.b)(c);'], ['let a_1;', '(0, (a_1 ??= require("./a")).b)(c);']],
  ['a class', ['const a_1 = require("./a");', 'new a_1.B(...a_1.c);'], ['let a_1;', 'new (a_1 ??= require("./a")).B(...(a_1 ??= require("./a")).c);']],
  ['what is exported again', ['var a_1 = require("./a");', 'f({ get: function () { return a_1.B; } });'],
    ['let a_1;', 'f({ get: function () { return (a_1 ??= require("./a")).B; } });']],
  ['a property of that name', ['const a_1 = require("./a");', 'b.a_1.c;'], ['let a_1;', 'b.a_1.c;']],
  ['a text of that name', ['const a_1 = require("./a");', '"a_1.b";'], ['let a_1;', '"a_1.b";']],
])('%s', (_what, given, expected) => {
  expect(withLazyImports(given.join('\n'))).toBe(expected.join('\n'));
});

test.each([
  'const a = require("./a");\na.b;',
  'const a_1 = f("./a");\na_1.b;',
  'const a = __importStar(require("./a"));\na.b;',
  'require("./a");',
])('%s stays', (text) => {
  expect(withLazyImports(text)).toBe(text);
});
