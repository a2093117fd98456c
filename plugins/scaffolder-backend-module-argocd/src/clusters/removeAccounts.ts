import { toError } from '@backstage/errors';
import { ClusterApi } from './access';
import { AccountName, removeAccount } from './accounts';
import { OwnCluster } from './findOwnCluster';
import { Registration } from './findRegistration';
import { apiAddressOf } from './magnum';
import { textIn } from './registrations';
import { UnregisterClusterOptions } from './UnregisterClusterOptions';

const ACCOUNTS: AccountName[] = [
  'slipway-operator',
  'slipway-reader',
  'argocd-manager',
];

/** What accounts are removed from, and by which way. */
export interface RemoveAccountsRequest extends Pick<Registration, 'secrets'> {
  found: OwnCluster;
}

/**
 * Removes our accounts from a cluster when it, and its cloud, still answer.
 *
 * @returns whether there were any
 */
export async function removeAccounts(
  options: UnregisterClusterOptions,
  request: RemoveAccountsRequest,
): Promise<boolean> {
  const { log, name, signal } = options;
  try {
    return await removeFrom(options, request);
  } catch (error) {
    signal?.throwIfAborted();
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
  { found, secrets }: RemoveAccountsRequest,
): Promise<boolean> {
  const { createAdmin, log, name, signal } = options;
  if (found.outcome === 'out-of-reach') {
    throw new Error(found.reason);
  }
  const { cloud, cluster } = found;
  const admin = await createAdmin(cloud, cluster, { signal });
  const access = {
    name,
    server: apiAddressOf(cluster),
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
