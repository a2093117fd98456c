import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';

/**
 * The full reference of an owner as forms give it (`storefront`,
 * `group:default/storefront`). Only groups of the default namespace can own,
 * because the owner label of a namespace holds nothing but the name.
 *
 * @public
 */
export function groupRefOf(owner: string): string {
  const ref = parse(owner);
  if (ref.kind.toLowerCase() !== 'group' || ref.namespace !== 'default') {
    throw new InputError(
      `The owner "${owner}" is not a group of the default namespace`,
    );
  }
  return stringifyEntityRef(ref);
}

/** The name alone of an owner, as labels hold it. @public */
export function groupNameOf(owner: string): string {
  return parseEntityRef(groupRefOf(owner)).name;
}

function parse(owner: string) {
  try {
    return parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
  } catch (error) {
    throw new InputError(
      `The owner "${owner}" is not a group: ${toError(error).message}`,
    );
  }
}
