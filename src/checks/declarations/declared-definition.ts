import { Severity } from '../../findings/finding';
import { Origin } from '../../findings/origin';
import { LocatedFinding } from '../../findings/place';
import { list, quote } from '../../findings/words';
import { fieldName, FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { found, Violation } from '../../rules/found';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { Extension, extensionsOf } from '../../workflow-definition/flow/extensions';
import { DefinitionProblem } from '../../workflow-definition/read-definition';
import { definitionFindings } from '../flow/definition-findings';

/** The definition that a workflow was given. */
export interface DeclaredDefinition {
  /** As it was written. */
  readonly definition: JsonObject;
  readonly origin: Origin;
  /** What is wrong with a part of it that is only known at synth time. */
  readonly problems: readonly DefinitionProblem[];
  /** What was noticed when it was read. */
  readonly findings: readonly LocatedFinding[];
  /** It goes into the image as it is; the custom resource only tells the operator of it. */
  readonly inImage: boolean;
  /** What the custom resource cannot hold of it, besides its extensions. */
  readonly leftOut: readonly FieldPath[];
  /** What is known of the files beside it. */
  readonly files?: DefinitionFiles;
}

/** What there is to say of a definition that its custom resource does not show. */
export function declaredDefinition(given: DeclaredDefinition): LocatedFinding[] {
  const { definition, origin, problems, findings, inImage, files } = given;
  return [
    ...findings,
    ...problems.map((problem) => found('SF-FLOW-DEFINITION', origin, problem)),
    ...(inImage ? inTheImage(given) : extensionsOf(definition).flatMap(gone)).map((violation) => found('SF-FLOW-LEFT-OUT', origin, violation)),
    ...inImage ? definitionFindings(definition, { origin: 'file', files }).map(({ rule, ...violation }) => found(rule, origin, violation)) : [],
  ];
}

function inTheImage({ definition, leftOut }: DeclaredDefinition): Violation[] {
  const paths = [...extensionsOf(definition).length > 0 ? [['extensions']] : [], ...leftOut];
  const [path] = paths;
  if (!path) return [];
  return [{
    path,
    given: list(paths.map(fieldName)),
    allowed: 'nothing of it in a custom resource; the image has the definition, and it is in force there',
    fix: 'nothing, as long as the image is built of this file',
    severity: Severity.INFORMATION,
  }];
}

/** Where the operator builds, an extension is gone. */
function gone({ kind, path, uses }: Extension): Violation[] {
  const allowed = 'nothing of it in a custom resource, of which the operator builds the image: what it says is gone';
  if (kind === 'output-schema') return [{ path, given: 'a schema of the output', allowed: 'the output goes out unchecked', fix: 'take it out, or build the image yourself (profile gitops)' }];
  if (kind === 'other' || uses.length === 0) {
    return [{ path, given: 'an extension', allowed, fix: 'take it out, or build the image yourself (profile gitops)', severity: Severity.INFORMATION }];
  }
  return uses.map(({ name, path: at, meaning }) => ({
    path: at,
    given: `${quote(name)}, by an extension`,
    allowed,
    fix: meaning === undefined ? 'build the image yourself (profile gitops), with what the extension needs' : `write ${quote(fileOperation(meaning))}, and give the file as a resource`,
  }));
}

/** A file of this name in a folder of the project: `specs/mail.yaml#send`. */
function fileOperation(meaning: string): string {
  const [file = '', ...operation] = meaning.split('#');
  return [file.includes(':') ? `specs/${file.split('/').at(-1)}` : file, ...operation].join('#');
}
