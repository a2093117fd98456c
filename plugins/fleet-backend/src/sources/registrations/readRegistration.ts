import { createHash } from 'node:crypto';
import {
  ANNOTATION_UNVERIFIED,
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
import { MissingCredentialsError } from './MissingCredentialsError';
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
  const operatorConfig = value('operatorConfig');
  const operator =
    operatorConfig &&
    readOperator({ server: value('server'), config: operatorConfig });
  const owner = ownerOf(labels[LABEL_OWNER]);
  const place = `${textOf(secret, 'metadata', 'namespace')}/${textOf(
    secret,
    'metadata',
    'name',
  )}`;
  const origin = `Secret ${place} of ${hub}`;
  const unverified = textOf(
    secret,
    'metadata',
    'annotations',
    ANNOTATION_UNVERIFIED,
  );
  return {
    name,
    origin,
    access: attempt(
      () =>
        readConnection({ server: value('server'), config: value('config') }),
      error =>
        unverified && error instanceof MissingCredentialsError
          ? describeError(unverified)
          : `${origin}: ${describeError(error)}`,
    ),
    ...(operator && { operator }),
    ...(owner && { owner }),
    labels,
    hub: false,
    revision: createHash('sha256')
      .update(JSON.stringify([recordOf(secret, 'data'), labels, unverified]))
      .digest('hex'),
  };
}

function attempt(
  read: () => ClusterAccess,
  reasonOf: (error: unknown) => string,
): ClusterDefinition['access'] {
  try {
    return read();
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function readOperator(
  connection: Parameters<typeof readConnection>[0],
): ClusterAccess | undefined {
  try {
    return readConnection(connection);
  } catch {
    return undefined;
  }
}

function ownerOf(name: string | undefined): string | undefined {
  try {
    return name && groupRefOf(name);
  } catch {
    return undefined;
  }
}
