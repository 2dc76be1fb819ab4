import { brief, complete, findingsOf } from '../input';

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\nstringData: {login: a, password: b}\n';
const POSTGRESQL = (secret: string) => `{postgresql: {secretRef: {name: db, ${secret}}, serviceRef: {name: db}}}`;
const of = (workflow: string, platform = POSTGRESQL('userKey: user, passwordKey: password')) => brief(findingsOf(complete([
  SECRET,
  `kind: SonataFlowPlatform\nmetadata: {name: hub, namespace: shop}\nspec: {persistence: ${platform}}\n`,
  `kind: SonataFlow\nmetadata: {name: a, namespace: shop}\nspec: {persistence: ${workflow}}\n`,
].join('---\n')))).filter((line) => line.startsWith('SF-SECRET-KEY'));

test('a key of the database that a workflow has from its platform is told once, and another one by itself', () => {
  expect(of(POSTGRESQL('userKey: user, passwordKey: password'))).toHaveLength(1);
  expect(of(POSTGRESQL('userKey: usr, passwordKey: password'))).toHaveLength(2);
});
