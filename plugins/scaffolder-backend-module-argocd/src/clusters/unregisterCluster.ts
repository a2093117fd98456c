import { ConflictError } from '@backstage/errors';
import { retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientHubError } from '../hubs';
import { applicationsOn } from './applicationsOn';
import { findOwnCluster } from './findOwnCluster';
import { findRegistration, Registration } from './findRegistration';
import { removeAccounts } from './removeAccounts';
import { describeSecret, removeSecret, textIn } from './registrations';
import { UnregisterClusterOptions } from './UnregisterClusterOptions';

/**
 * Takes a cluster from the hub and its accounts from the cluster, when it still
 * answers. What is gone already is no error.
 */
export async function unregisterCluster(
  options: UnregisterClusterOptions,
): Promise<{ removed: boolean }> {
  const { dryRun, hub, log, name } = options;
  const registration = await atHub(options, () => findRegistration(options));
  await checkApplications(options, registration);
  const found = await findOwnCluster(options, registration);
  const { secrets } = registration;
  if (secrets.length === 0) {
    log(`The hub ${hub.name} has no cluster ${name}`);
  }
  if (dryRun) {
    const shown = [
      ...secrets.map(({ place, secret }) =>
        describeSecret(place, secret.metadata.name),
      ),
      ...(registration.cluster
        ? ['The accounts on the cluster, when it answers']
        : []),
    ];
    log([`Would remove:`, ...shown.map(line => `  ${line}`)].join('\n'));
    return { removed: false };
  }
  // Argo CD's last: it tells a retry where the accounts are, and the fleet shall
  // not take them for refused.
  await removeFrom(options, registration, 'fleet');
  const hadAccounts = await removeAccounts(options, { found, secrets });
  await removeFrom(options, registration, 'argocd');
  return { removed: secrets.length > 0 || hadAccounts };
}

async function removeFrom(
  options: UnregisterClusterOptions,
  { secrets }: Registration,
  reader: 'argocd' | 'fleet',
): Promise<void> {
  for (const { place, secret } of secrets) {
    if (place.reader === reader) {
      const { name } = secret.metadata;
      await atHub(options, () => removeSecret(place, name));
      options.log(`Removed the ${describeSecret(place, name)}`);
    }
  }
}

async function checkApplications(
  options: UnregisterClusterOptions,
  { secrets }: Registration,
): Promise<void> {
  const { force, hub, log, name } = options;
  const argocd = secrets.find(({ place }) => place.reader === 'argocd');
  if (!argocd) {
    return;
  }
  const server = textIn(argocd.secret, 'server');
  const applications = await atHub(options, () =>
    applicationsOn(hub, { name, server }),
  );
  if (applications.length === 0) {
    return;
  }
  const what = `Applications of the hub ${
    hub.name
  } that go to ${name}: ${applications.join(', ')}`;
  if (!force) {
    throw new ConflictError(
      `There are ${what}. They would lose their cluster; delete or move them first, or unregister it with force`,
    );
  }
  log(`These lose their cluster. ${what}`);
}

function atHub<T>(options: UnregisterClusterOptions, work: () => Promise<T>) {
  return retry(work, {
    ...options,
    what: `ask the hub ${options.hub.name}`,
    isTransient: isTransientHubError,
  });
}
