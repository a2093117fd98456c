import { createHash } from 'node:crypto';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ClusterAccess,
  ClusterDefinition,
  groupRefOf,
} from '@slipway/backstage-plugin-fleet-node';
import { describeError } from '../../watch/transport/describeError';
import { readAccess } from './readAccess';
import { readAuthenticate } from './readAuthenticate';

const KEY = 'fleet.clusters';

/**
 * Reads `fleet.clusters`. Credentials that are wrong or missing concern only
 * their cluster; it says why it cannot be asked.
 *
 * @throws InputError when clusters have no name or two have the same
 */
export function readClusters(config: Config): ClusterDefinition[] {
  const clusters = (config.getOptionalConfigArray(KEY) ?? []).map(
    (entry, index) => readCluster(entry, `${KEY}[${index}]`),
  );
  const names = clusters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(`${KEY} has the name ${twice} twice`);
  }
  return clusters;
}

function readCluster(config: Config, origin: string): ClusterDefinition {
  const name = config.getString('name');
  const owner = config.getOptionalString('owner');
  const access = tryReadAccess(config, origin);
  return {
    name,
    origin,
    access,
    operator: readOperator(config, access, origin),
    ...(owner && { owner: groupRefOf(owner) }),
    labels: config.getOptional<Record<string, string>>('labels') ?? {},
    hub: config.getOptionalBoolean('hub') ?? false,
    revision: revisionOf(config, access),
  };
}

function tryReadAccess(
  config: Config,
  origin: string,
): ClusterDefinition['access'] {
  try {
    return readAccess(config);
  } catch (error) {
    return { error: `${origin}: ${describeError(error)}` };
  }
}

function readOperator(
  config: Config,
  access: ClusterDefinition['access'],
  origin: string,
): ClusterAccess | undefined {
  const operator = config.getOptionalConfig('operator');
  if (!operator || 'error' in access) {
    return undefined;
  }
  try {
    return { ...access, authenticate: readAuthenticate(operator) };
  } catch (error) {
    const reason = `${origin}.operator: ${describeError(error)}`;
    return {
      ...access,
      async authenticate() {
        throw new Error(reason);
      },
    };
  }
}

/** Files may change while the configuration does not. */
function revisionOf(
  config: Config,
  access: ClusterDefinition['access'],
): string {
  const facts =
    'error' in access
      ? access.error
      : [access.server, access.ca, access.proxyUrl];
  return createHash('sha256')
    .update(JSON.stringify([config.get(), facts]))
    .digest('hex');
}
