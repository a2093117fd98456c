import { isError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_MAGNUM_CLUSTER,
} from '@slipway/backstage-plugin-fleet-common';
import { retry } from '@slipway/backstage-plugin-fleet-node';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { isTransientHubError } from '../hubs';
import { checkCollisions } from './checkCollisions';
import { describeTakeover } from './describeTakeover';
import { findDeletedCluster } from './findDeletedCluster';
import { checkProvisionable, findMagnumCluster } from './magnum';
import { PlannedSecret } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import {
  chooseSecret,
  listSecrets,
  RegistrationPlace,
  registrationPlaces,
  textIn,
} from './registrations';
import { touchesUnowned } from './touchesUnowned';
import { writeSecrets } from './writeSecrets';

/** Which cluster is going to be ordered, for which hub. */
export interface CheckOrderOptions
  extends Pick<
    RegisterClusterOptions,
    | 'hub'
    | 'environments'
    | 'facts'
    | 'authorizePlatform'
    | 'log'
    | 'signal'
    | 'clock'
  > {
  cloud: Cloud;
}

const NOT_MADE_YET = {
  server: 'https://not-made-yet.invalid',
  clusterId: 'not-made-yet',
};

/**
 * Finds what speaks against registering a cluster before there is one: nobody
 * shall wait for a cluster that the hub then does not take. What the same order
 * has made before is no obstacle.
 */
export async function checkOrder(options: CheckOrderOptions): Promise<void> {
  const { cloud, facts, hub, log } = options;
  checkProvisionable(cloud);
  const secrets = await retry(() => chooseSecrets(options), {
    ...options,
    what: `ask the hub ${hub.name}`,
    isTransient: isTransientHubError,
  });
  const ordered = { ...facts, ...NOT_MADE_YET, cloud: cloud.name };
  checkCollisions(options, { facts: ordered, secrets });
  await writeSecrets(options, {
    plan: {
      facts: ordered,
      secrets: secrets.filter(({ existing }) => !existing),
    },
    credentialFor: () => ({ caPem: '', token: '' }),
    trial: true,
  });
  secrets.flatMap(describeTakeover).forEach(log);
  log(
    secrets.some(({ existing }) => existing)
      ? `The hub ${hub.name} has the cluster ${facts.name} already, as the same order made it`
      : `The name ${facts.name} is free on the hub ${hub.name}, and the hub would take the cluster`,
  );
}

async function chooseSecrets(
  options: CheckOrderOptions,
): Promise<PlannedSecret[]> {
  const { name, owner } = options.facts;
  const { argocd, fleet } = registrationPlaces(options.hub);
  const secrets: PlannedSecret[] = [];
  for (const place of [fleet, argocd]) {
    const clusterId = await findOrdered(options, place);
    const chosen = await chooseSecret(place, {
      name,
      owner,
      clusterId,
      findDeleted: secret => findDeletedCluster(options, secret),
    });
    secrets.push({ place, ...chosen });
  }
  if (secrets.some(touchesUnowned)) {
    await options.authorizePlatform();
  }
  return secrets;
}

/** UUID of the cluster that is registered under the name, when it is of the same order. */
async function findOrdered(
  options: CheckOrderOptions,
  place: RegistrationPlace,
): Promise<string | undefined> {
  const { cloud, facts } = options;
  const namesake = (await listSecrets(place)).find(
    secret => textIn(secret, 'name') === facts.name,
  );
  const annotations = namesake?.metadata.annotations ?? {};
  const id = annotations[ANNOTATION_MAGNUM_CLUSTER];
  if (!id || annotations[ANNOTATION_CLOUD] !== cloud.name) {
    return undefined;
  }
  try {
    const cluster = await findMagnumCluster({ ...options, id });
    const marks = readClusterMarks(cluster.labels ?? {});
    const isOrdered =
      cluster.name === facts.name && marks?.owner === facts.owner;
    return isOrdered ? id : undefined;
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
