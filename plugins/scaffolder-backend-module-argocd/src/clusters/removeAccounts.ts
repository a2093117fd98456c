import { isError, toError } from '@backstage/errors';
import { ClusterApi } from './access';
import { AccountName, removeAccount } from './accounts';
import { Registration } from './findRegistration';
import { apiAddressOf, checkClusterOwner } from './magnum';
import { textIn } from './registrations';
import { UnregisterClusterOptions } from './UnregisterClusterOptions';

const ACCOUNTS: AccountName[] = [
  'slipway-operator',
  'slipway-reader',
  'argocd-manager',
];

/**
 * Removes our accounts from a cluster when it, and its cloud, still answer; asks
 * once, because a cluster that is going to be deleted takes them with it.
 *
 * @returns whether there were any
 */
export async function removeAccounts(
  options: UnregisterClusterOptions,
  registration: Registration,
): Promise<boolean> {
  const { log, name, signal } = options;
  try {
    return await removeFrom(options, registration);
  } catch (error) {
    signal?.throwIfAborted();
    if (isError(error) && error.name === 'NotAllowedError') {
      throw error;
    }
    log(
      `The accounts on ${name} stay as they are: ${
        toError(error).message
      }. They are useless once the cluster is deleted`,
    );
    return false;
  }
}

async function removeFrom(
  options: UnregisterClusterOptions,
  { cluster, secrets }: Registration,
): Promise<boolean> {
  const { clouds, createAdmin, log, name, owner, signal } = options;
  if (!cluster) {
    throw new Error('nobody says where Magnum has the cluster');
  }
  const cloud = clouds.get(cluster.cloud);
  const found = await cloud.magnum.getCluster(cluster.id, { signal });
  if (checkClusterOwner(found, owner) === 'unmarked') {
    await options.authorizePlatform();
  }
  const admin = await createAdmin(cloud, found, { signal });
  const access = {
    name,
    server: apiAddressOf(found),
    caPem: admin.caPem,
    proxyUrl: proxyOf(secrets),
    credential: { certPem: admin.certPem, keyPem: admin.keyPem },
  };
  return ClusterApi.using(access, signal, async api => {
    let any = false;
    for (const account of ACCOUNTS) {
      if (await removeAccount(api, account)) {
        any = true;
        log(`Removed ${account} from the cluster ${name}`);
      }
    }
    return any;
  });
}

/** The way on which the cluster was registered. */
function proxyOf(secrets: Registration['secrets']): string | undefined {
  for (const { secret } of secrets) {
    try {
      const { proxyUrl } = JSON.parse(textIn(secret, 'config') ?? '');
      if (typeof proxyUrl === 'string' && proxyUrl) {
        return proxyUrl;
      }
    } catch {
      // Somebody else's; it says nothing of a proxy.
    }
  }
  return undefined;
}
