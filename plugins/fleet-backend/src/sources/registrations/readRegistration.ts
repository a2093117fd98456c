import { createHash } from 'node:crypto';
import {
  LABEL_OWNER,
  LABEL_SECRET_TYPE,
} from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterAccess,
  ClusterDefinition,
  groupRefOf,
  KubernetesObject,
  recordOf,
  textOf,
  textsOf,
} from '@slipway/backstage-plugin-fleet-node';
import { describeError } from '../../watch/transport/describeError';
import { readConnection } from './readConnection';

/**
 * What a registration Secret tells, `undefined` when not even a name.
 */
export function readRegistration(
  secret: KubernetesObject,
  hub: string,
): ClusterDefinition | undefined {
  const values = textsOf(secret, 'data');
  const value = (key: string) =>
    values[key] && Buffer.from(values[key], 'base64').toString().trim();
  const name = value('name');
  if (!name) {
    return undefined;
  }
  const { [LABEL_SECRET_TYPE]: _type, ...labels } = textsOf(
    secret,
    'metadata',
    'labels',
  );
  const access = attempt(() =>
    readConnection({ server: value('server'), config: value('config') }),
  );
  const operatorConfig = value('operatorConfig');
  const operator =
    operatorConfig &&
    attempt(() =>
      readConnection({ server: value('server'), config: operatorConfig }),
    );
  const owner = ownerOf(labels[LABEL_OWNER]);
  const place = `${textOf(secret, 'metadata', 'namespace')}/${textOf(
    secret,
    'metadata',
    'name',
  )}`;
  return {
    name,
    origin: `Secret ${place} of ${hub}`,
    access:
      'error' in access
        ? { error: `Secret ${place} of ${hub}: ${access.error}` }
        : access,
    ...(operator && !('error' in operator) && { operator }),
    ...(owner && { owner }),
    labels,
    hub: false,
    revision: createHash('sha256')
      .update(JSON.stringify([recordOf(secret, 'data'), labels]))
      .digest('hex'),
  };
}

function attempt(read: () => ClusterAccess): ClusterAccess | { error: string } {
  try {
    return read();
  } catch (error) {
    return { error: describeError(error) };
  }
}

function ownerOf(name: string | undefined): string | undefined {
  try {
    return name && groupRefOf(name);
  } catch {
    return undefined;
  }
}
