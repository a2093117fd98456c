import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const KEY = 'slipway.permission.platformGroups';

/** Reads the groups whose members may do everything; fails at start and names the key. */
export function readPlatformGroups(config: RootConfigService): string[] {
  const groups = config.getOptionalStringArray(KEY) ?? ['platform-team'];
  if (groups.length === 0) {
    throw new InputError(
      `${KEY} must name at least one group: nobody could run the platform otherwise`,
    );
  }
  return groups.map(group => {
    const ref = parseGroup(group);
    if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
      throw new InputError(`${KEY}: "${group}" is not a group`);
    }
    return stringifyEntityRef(ref);
  });
}

function parseGroup(group: string) {
  try {
    return parseEntityRef(group, {
      defaultKind: 'group',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch (error) {
    throw new InputError(
      `${KEY}: "${group}" is not an entity reference`,
      error,
    );
  }
}
