import { ConflictError, InputError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { applicationsOn } from './applicationsOn';
import { describeTakeover } from './describeTakeover';
import { findDeletedCluster } from './findDeletedCluster';
import { checkAsOrdered } from './checkAsOrdered';
import {
  apiAddressOf,
  checkClusterOwner,
  checkProvisionable,
  findMagnumCluster,
} from './magnum';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import {
  ChosenSecret,
  chooseSecret,
  registrationPlaces,
  RegistrationFacts,
  RegistrationPlace,
  textIn,
} from './registrations';
import { touchesUnowned } from './touchesUnowned';

/** One of the Secrets that a registration consists of. */
export interface PlannedSecret extends ChosenSecret {
  place: RegistrationPlace;
}

/** What a registration will write, when nothing speaks against it. */
export interface RegistrationPlan {
  cluster: MagnumCluster;
  facts: RegistrationFacts;
  /** The fleet's first: it shall watch what is deployed next. */
  secrets: PlannedSecret[];
}

/** Finds everything that speaks against a registration before the first change. */
export async function planRegistration(
  options: RegisterClusterOptions,
): Promise<RegistrationPlan> {
  const { hub, log } = options;
  const { cloud } = options.cluster;
  checkProvisionable(cloud);
  const cluster = await findMagnumCluster({ ...options, ...options.cluster });
  const facts = {
    ...options.facts,
    server: apiAddressOf(cluster),
    cloud: cloud.name,
    clusterId: cluster.uuid,
  };
  checkName(cluster, facts.name);
  const whose = checkClusterOwner(cluster, facts.owner);
  if (options.right === 'as-ordered') {
    checkAsOrdered(cluster, options);
  }
  const places = registrationPlaces(hub);
  const secrets: PlannedSecret[] = [];
  for (const place of [places.fleet, places.argocd]) {
    const chosen = await chooseSecret(place, {
      ...facts,
      findDeleted: secret => findDeletedCluster({ ...options, cloud }, secret),
    });
    secrets.push({ place, ...chosen });
  }
  if (whose === 'unmarked' || secrets.some(touchesUnowned)) {
    await options.authorizePlatform();
  }
  for (const planned of secrets) {
    const { existing, removed } = planned;
    await checkRenaming({ hub, existing, facts });
    await checkRemoval({ hub, removed, facts });
    describeTakeover(planned).forEach(log);
    const server = existing && textIn(existing, 'server');
    if (server !== undefined && server !== facts.server) {
      log(`The address of ${facts.name} has changed: ${server} before`);
    }
  }
  return { cluster, facts, secrets };
}

function checkName(cluster: MagnumCluster, name: string): void {
  const marks = readClusterMarks(cluster.labels ?? {});
  if (marks && cluster.name !== name) {
    throw new InputError(
      `The cluster was made as ${cluster.name}; it is registered under that name, not as ${name}`,
    );
  }
}

async function checkRenaming(options: {
  hub: RegisterClusterOptions['hub'];
  existing: ChosenSecret['existing'];
  facts: RegistrationFacts;
}): Promise<void> {
  const { existing, facts, hub } = options;
  const before = existing && textIn(existing, 'name');
  if (before === undefined || before === facts.name) {
    return;
  }
  const applications = await applicationsOn(hub, { name: before });
  if (applications.length > 0) {
    throw new ConflictError(
      `The cluster is registered as ${before}, and Applications go there by that name: ${applications.join(
        ', ',
      )}. Register it under that name, or move them first`,
    );
  }
}

async function checkRemoval(options: {
  hub: RegisterClusterOptions['hub'];
  removed: ChosenSecret['removed'];
  facts: RegistrationFacts;
}): Promise<void> {
  const { facts, hub, removed } = options;
  for (const { clusterId, secret } of removed) {
    const name = textIn(secret, 'name');
    const applications =
      name === undefined || name === facts.name
        ? []
        : await applicationsOn(hub, { name });
    if (applications.length > 0) {
      throw new ConflictError(
        `The deleted cluster ${clusterId} had the same address and is registered as ${name} still, and Applications go there by that name: ${applications.join(
          ', ',
        )}. Delete or move them first, or unregister ${name} with force`,
      );
    }
  }
}
