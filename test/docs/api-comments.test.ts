import { basename } from 'node:path';
import * as ts from 'typescript';
import { textOf } from './repository';
import { apiMembers, exampleFiles, publicFiles } from '../../projenrc/api-examples';

test('every public class and every way to make one from something has an example', () => {
  const members = apiMembers().filter(({ name }) => !name.includes('.') || /\.from[A-Z]/.test(name));
  // cdk8s-cli makes it of cdk8s.yaml.
  const withExample = members.filter(({ name }) => name !== 'SonataFlowValidation');
  expect(withExample.length).toBeGreaterThan(40);
  expect(withExample.filter(({ example }) => !example).map(({ name }) => name)).toEqual([]);
});

test.each(Object.entries(exampleFiles()))('%s, by which the compiler judges them, is what `npx projen docs:pages` writes', (path, written) => {
  expect(textOf(path).split('\n')).toEqual(written.split('\n'));
});

test('every optional property says what happens without it', () => {
  const index = textOf('src/index.ts');
  const isPublic = (struct: ts.InterfaceDeclaration) => (
    new RegExp(`\\b${struct.name.text}\\b|export \\* from './values/([\\w-]+/)?${basename(struct.getSourceFile().fileName, '.ts')}'`).test(index)
  );
  const optional = publicFiles().flatMap((file) => file.statements.filter(ts.isInterfaceDeclaration)).filter(isPublic)
    .flatMap((struct) => struct.members.filter(({ questionToken }) => questionToken).map((member) => ({ struct, member })))
    // What is read out says by its type that it may not be there.
    .filter(({ struct }) => !/^I[A-Z]/.test(struct.name.text));
  expect(optional.length).toBeGreaterThan(150);
  const silent = optional.filter(({ member }) => !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'default'));
  expect(silent.map(({ struct, member }) => `${struct.name.text}.${member.name?.getText()}`)).toEqual([]);
});
