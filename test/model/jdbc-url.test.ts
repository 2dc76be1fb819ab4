import { reactiveUrl, reactiveUrlFromEnvRule, schemaInJdbcUrl } from '../../src/model/jdbc-url';

test.each([
  ['jdbc:postgresql://h:5432/db?currentSchema=js&x=1', 'postgresql://h:5432/db?search_path=js'],
  ['jdbc:postgresql://h/db', 'postgresql://h/db'],
  ['jdbc:postgresql://h', 'postgresql://h'],
  ['jdbc:postgresql://h:/db?', 'postgresql://h:/db'],
  ['jdbc:POSTGRESQL://H/Db', 'postgresql://H/Db'],
  ['jdbc:postgresql://user@h/db', 'postgresql://h/db'],
  ['jdbc:postgresql://:secret@h/db', 'postgresql://h/db'],
  ['jdbc:postgresql://user:@h/db', 'postgresql://user:@h/db'],
  ['jdbc:postgresql://u:p%40w@h/db', 'postgresql://u:p@w@h/db'],
  ['jdbc:postgresql://u:p@w@h/db', 'postgresql://u:p@w@h/db'],
  ['jdbc:postgresql://h/db?search_path=&currentSchema=x', 'postgresql://h/db'],
  ['jdbc:postgresql://h/db?search_path=a&currentSchema=x', 'postgresql://h/db?search_path=a'],
  ['jdbc:postgresql://h/db?currentSchema=&currentSchema=x', 'postgresql://h/db'],
  ['jdbc:postgresql://h/db?currentSchema=x&currentSchema=', 'postgresql://h/db?search_path=x'],
  ['jdbc:postgresql://h/d%20b?currentSchema=a%20b', 'postgresql://h/d b?search_path=a b'],
  ['jdbc:postgresql://h/größe?currentSchema=a+b%C3%B6', 'postgresql://h/größe?search_path=a bö'],
  ['jdbc:postgresql://h1:5432,h2:5432/db', 'postgresql://h1:5432,h2:5432/db'],
  ['jdbc:postgresql://h1:x,h2:5432/db', 'postgresql://h1:x,h2:5432/db'],
  ['jdbc:postgresql://[::1]:5432/db', 'postgresql://[::1]:5432/db'],
  ['jdbc:postgresql://h/db#part', 'postgresql://h/db'],
  ['jdbc:postgresql:db', 'postgresql://'],
  ['jdbc:postgresql:///db', 'postgresql:///db'],
  ['jdbc:postgresql:/db', 'postgresql:///db'],
  ['jdbc:mysql://h/db', 'mysql://h/db'],
  ['//h/db', '://h/db'],
  ['///h/db', '://///h/db'],
  ['host/db', '://host/db'],
  ['', '://'],
])('reactive URL of %s', (jdbcUrl, url) => expect(reactiveUrl(jdbcUrl)).toBe(url));

test.each([
  ['jdbc:postgresql://h:port/db', 'the port has to be a number'],
  ['jdbc:postgresql://h:5432:x/db', 'the port has to be a number'],
  ['jdbc:postgresql://[::1]x/db', 'the port has to be a number'],
  ['jdbc:postgresql://[::1/db', 'an IPv6 address has to end in "]"'],
  ['jdbc:postgresql://h h/db', 'the host must have no blanks and no special characters'],
  ['jdbc:postgresql://h%20h/db', '"%" has to be followed by two hexadecimal digits'],
  ['jdbc:postgresql://u^r:p@h/db', 'special characters of a user and a password have to be written as %XX'],
  ['jdbc:postgresql://ü:p@h/db', 'special characters of a user and a password have to be written as %XX'],
  ['jdbc:postgresql://h/d%b', '"%" has to be followed by two hexadecimal digits'],
  ['jdbc:postgresql://h/db#%', '"%" has to be followed by two hexadecimal digits'],
  ['jdbc:postgresql://u:%p@h/db', '"%" has to be followed by two hexadecimal digits'],
  ['jdbc:postgresql://h/db?x=%zz', '"%" has to be followed by two hexadecimal digits'],
  ['jdbc:postgresql://h/db?a=1;b=2', 'parameters are separated by "&", not by ";"'],
  ['jdbc:postgresql://h/db\n', 'the URL must have no control characters'],
  ['jdbc:db2://h:50000/db', 'the text before the first colon must be a scheme'],
])('%s has no reactive URL: %s', (jdbcUrl, reason) => expect(reactiveUrl(jdbcUrl)).toEqual({ failed: true, reason }));

test.each([
  ['jdbc:postgresql://u:p%40w@h/d%20b?currentSchema=a&x=1&currentSchema=b', 'postgresql://u:p%40w@h/d%20b?search_path=a&x=1&search_path=b'],
  ['postgresql://h/jdbc:', 'postgresql://h/jdbc:'],
  ['jdbc:db2://h:50000/db', 'db2://h:50000/db'],
])('reactive URL of %s as environment variable', (jdbcUrl, url) => expect(reactiveUrlFromEnvRule(jdbcUrl)).toBe(url));

test.each([
  ['jdbc:postgresql://h/db', undefined],
  ['jdbc:postgresql://h/db?currentSchema=a', 'a'],
  ['jdbc:postgresql://h/db?x=1&currentSchema=a%20b,c&currentSchema=d', 'a%20b,c'],
  ['jdbc:postgresql://h/db?currentSchema=', ''],
  ['jdbc:postgresql://h/db?currentSchema=&x', ''],
])('schema in %s', (jdbcUrl, schema) => expect(schemaInJdbcUrl(jdbcUrl)).toBe(schema));
