import { ConflictError, InputError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { applicationsOn } from './applicationsOn';
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
  const secrets = [];
  for (const place of [places.fleet, places.argocd]) {
    secrets.push({ place, ...(await chooseSecret(place, facts)) });
  }
  const unowned = secrets.some(
    ({ existing }) => existing && !existing.metadata.labels?.[LABEL_OWNER],
  );
  if (whose === 'unmarked' || unowned) {
    await options.authorizePlatform();
  }
  for (const { existing } of secrets) {
    await checkRenaming({ hub, existing, facts });
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
