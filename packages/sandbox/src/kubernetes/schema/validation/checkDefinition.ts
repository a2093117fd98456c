import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';

/** Checks a CustomResourceDefinition. */
export function checkDefinition(object: JsonObject, errors: FieldErrors): void {
  const spec = part(object, 'spec') ?? {};
  const names = part(spec, 'names') ?? {};
  const name = part(object, 'metadata')?.name;
  if (name !== `${names.plural}.${spec.group}`) {
    errors.invalid(
      'metadata.name',
      name,
      'must be spec.names.plural+"."+spec.group',
    );
  }
  errors.oneOf('spec.scope', spec.scope, ['Cluster', 'Namespaced']);
  const versions = parts(spec, 'versions');
  if (versions.filter(version => version.storage === true).length !== 1) {
    errors.invalid(
      'spec.versions',
      versions.map(version => version.name ?? ''),
      'must have exactly one version marked as storage version',
    );
  }
  versions.forEach((version, index) => {
    const field = `spec.versions[${index}].schema.openAPIV3Schema`;
    const schema = part(part(version, 'schema'), 'openAPIV3Schema');
    if (!schema) {
      errors.required(field);
    } else {
      checkStructure(
        schema,
        versions.length === 1 ? 'spec.validation.openAPIV3Schema' : field,
        errors,
      );
    }
  });
  for (const key of ['plural', 'singular', 'kind', 'listKind']) {
    if (!names[key]) {
      errors.required(`spec.names.${key}`);
    }
  }
}

/** Every field needs a type, or an exception from having one. */
function checkStructure(
  schema: JsonObject,
  field: string,
  errors: FieldErrors,
) {
  for (const [name, property] of Object.entries(
    part(schema, 'properties') ?? {},
  )) {
    const here = `${field}.properties[${name}]`;
    const node = property as JsonObject;
    const isFree =
      node['x-kubernetes-preserve-unknown-fields'] ||
      node['x-kubernetes-int-or-string'];
    if (!node.type && !isFree) {
      errors.required(
        `${here}.type`,
        'must not be empty for specified object fields',
      );
    }
    checkStructure(node, here, errors);
  }
  const items = part(schema, 'items');
  if (items) {
    checkStructure(items, `${field}.items`, errors);
  }
}
