import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_SHAPE } from '../src/configuration/configuration-shape';
import { Shape } from '../src/configuration/shape';

export const SCHEMA_FILE = join('schemas', 'sonataflowrc.schema.json');

/** The JSON schema of `.sonataflowrc`. */
export function configurationSchema(): string {
  return `${JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/${SCHEMA_FILE}`,
    title: '.sonataflowrc',
    ...schemaOf(CONFIGURATION_SHAPE),
  }, undefined, 2)}\n`;
}

function schemaOf(shape: Shape): object {
  const description = shape.what === '' ? {} : { description: shape.what };
  switch (shape.kind) {
    case 'text':
      return { ...description, type: 'string', ...shape.words && { enum: shape.words } };
    case 'flag':
      return { ...description, type: 'boolean' };
    case 'texts':
      return { ...description, type: 'array', items: { type: 'string' } };
    case 'textMap':
      return { ...description, type: 'object', additionalProperties: { type: 'string' } };
    case 'list':
      return { ...description, type: 'array', items: schemaOf(shape.items) };
    case 'object':
      return {
        ...description,
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, schemaOf(field)])),
        ...shape.required && { required: shape.required },
        additionalProperties: false,
      };
    case 'choice':
      return { ...description, anyOf: [schemaOf(shape.text), schemaOf(shape.object)] };
  }
}

if (require.main === module) {
  mkdirSync('schemas', { recursive: true });
  writeFileSync(join(__dirname, '..', SCHEMA_FILE), configurationSchema());
}
