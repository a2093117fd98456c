import { Clock, waitUntil } from '@slipway/backstage-plugin-fleet-node';
import {
  ClusterAccess,
  ClusterApi,
  isClusterApiError,
  isTransientClusterError,
} from '../access';
import { AccountName } from './accountNames';

const TIMEOUT_MS = 30_000;
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

interface Right {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
}

export interface VerifyAccountOptions {
  account: AccountName;
  /** With the token of the account. */
  access: ClusterAccess;
  secretsReader: boolean;
  log(line: string): void;
  signal: AbortSignal | undefined;
  clock: Clock | undefined;
}

/**
 * Asks the cluster, with the token alone, whether the account may what it is for.
 * Rights and tokens take a moment to get around in a cluster.
 */
export async function verifyAccount(
  options: VerifyAccountOptions,
): Promise<void> {
  const { access, account, signal } = options;
  const verified = await ClusterApi.using(access, signal, api =>
    waitUntil({
      ...options,
      timeoutMs: TIMEOUT_MS,
      async look() {
        const lack = await lackOf(api, rightsOf(account, options));
        return lack
          ? { progress: `${account} is not ready: ${lack}` }
          : { result: undefined };
      },
    }),
  );
  if (verified.outcome === 'timed-out') {
    throw new Error(
      `The cluster ${access.name} does not take the new credential. ${verified.progress}. Nothing was changed on the hub`,
    );
  }
}

async function lackOf(
  api: ClusterApi,
  rights: Right[],
): Promise<string | undefined> {
  try {
    for (const right of rights) {
      if (!(await mayDo(api, right))) {
        const { group, resource, subresource, verb } = right;
        const what = [resource, group].filter(Boolean).join('.');
        return `it may not ${verb} ${what}${
          subresource ? `/${subresource}` : ''
        }`;
      }
    }
    return undefined;
  } catch (error) {
    if (
      isClusterApiError(error) &&
      (isTransientClusterError(error) ||
        error.status === 401 ||
        error.status === 403)
    ) {
      return error.reason;
    }
    throw error;
  }
}

async function mayDo(api: ClusterApi, right: Right): Promise<boolean> {
  const review = await api.create<{ status?: { allowed?: boolean } }>(REVIEWS, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: right },
  });
  return review.status?.allowed === true;
}

function rightsOf(
  account: AccountName,
  { secretsReader }: { secretsReader: boolean },
): Right[] {
  switch (account) {
    case 'argocd-manager':
      return [{ verb: '*', group: '*', resource: '*' }];
    case 'slipway-reader':
      return [
        { verb: 'list', group: '', resource: 'namespaces' },
        { verb: 'watch', group: '', resource: 'pods' },
        { verb: 'list', group: 'apps', resource: 'deployments' },
        ...(secretsReader
          ? [{ verb: 'list', group: '', resource: 'secrets' }]
          : []),
      ];
    default:
      return [
        { verb: 'patch', group: 'apps', resource: 'deployments' },
        {
          verb: 'update',
          group: 'cert-manager.io',
          resource: 'certificates',
          subresource: 'status',
        },
        { verb: 'patch', group: 'argoproj.io', resource: 'applications' },
      ];
  }
}
