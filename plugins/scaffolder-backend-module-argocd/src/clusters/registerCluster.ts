import { retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientOpenStackError } from '@slipway/backstage-plugin-openstack-node';
import { isTransientHubError } from '../hubs';
import { ClusterAccess, ClusterApi, isTransientClusterError } from './access';
import { checkCollisions } from './checkCollisions';
import { describePlan } from './describePlan';
import { makeCredentials } from './makeCredentials';
import { planRegistration, RegistrationPlan } from './planRegistration';
import { reachCluster } from './reachCluster';
import {
  RegisterClusterOptions,
  RegisterClusterResult,
} from './RegisterClusterOptions';
import { registerUnverified } from './registerUnverified';
import { hasCredential } from './registrations';
import { writeSecrets } from './writeSecrets';

/**
 * Makes accounts on a cluster, tries each, and writes them into the hub, from
 * where Argo CD and the fleet learn of the cluster. What is there already is
 * brought up to date. Tokens and keys go nowhere else.
 */
export async function registerCluster(
  options: RegisterClusterOptions,
): Promise<RegisterClusterResult> {
  const { dryRun, log, signal } = options;
  const plan = await retry(() => planRegistration(options), {
    ...options,
    what: `ask the hub ${options.hub.name}`,
    isTransient: isTransientHubError,
  });
  const { name, server } = plan.facts;
  if (options.right === 'as-ordered') {
    const isRegistered = plan.secrets.every(
      ({ existing }) => existing && hasCredential(existing),
    );
    log(describeAsOrdered(plan, isRegistered));
    // What somebody has changed about it since the order is not taken back.
    if (isRegistered) {
      return { name, server, verified: false };
    }
  }
  checkCollisions(options, plan);
  await writeSecrets(options, {
    plan,
    credentialFor: () => ({ caPem: '', token: '' }),
    trial: true,
  });
  if (dryRun) {
    log(describePlan(plan, options));
    return { name, server, verified: false };
  }
  const access = await openAccess(options, plan);
  const { caPem } = access;
  const verified = await ClusterApi.using(access, signal, async api => {
    const trouble = await reachCluster({ ...options, api });
    if (trouble !== undefined) {
      await registerUnverified(options, { plan, caPem, trouble });
      return false;
    }
    const onCluster = <T>(what: string, work: () => Promise<T>) =>
      retry(work, { ...options, what, isTransient: isTransientClusterError });
    const made = await onCluster(`make the accounts on ${name}`, () =>
      makeCredentials(api, access, options),
    );
    await writeSecrets(options, {
      plan,
      credentialFor: reader =>
        reader === 'argocd'
          ? { caPem, token: made.manager }
          : { caPem, token: made.reader, operatorToken: made.operator },
    });
    await onCluster(`remove old tokens on ${name}`, made.forgetOthers);
    return true;
  });
  return { name, server, verified };
}

function describeAsOrdered(
  { facts }: RegistrationPlan,
  isRegistered: boolean,
): string {
  const { components, name, owner, stage, zone } = facts;
  const expired = 'The token of who started this has expired';
  if (isRegistered) {
    return `${expired}; ${name} is registered already, and that stays as it is`;
  }
  const order = [
    `owner ${owner}`,
    `stage ${stage || 'none'}`,
    `zone ${zone || 'none'}`,
    `components ${components.join(', ') || 'none'}`,
  ];
  return `${expired}; ${name} is registered exactly as it was ordered: ${order.join(
    ', ',
  )}`;
}

async function openAccess(
  options: RegisterClusterOptions,
  { cluster, facts }: RegistrationPlan,
): Promise<ClusterAccess> {
  const { cloud } = options.cluster;
  const admin = await retry(
    () => options.createAdmin(cloud, cluster, { signal: options.signal }),
    {
      ...options,
      what: `get a certificate for the cluster ${facts.name} from Magnum`,
      isTransient: isTransientOpenStackError,
    },
  );
  return {
    name: facts.name,
    server: facts.server,
    caPem: admin.caPem,
    proxyUrl: facts.proxyUrl,
    credential: { certPem: admin.certPem, keyPem: admin.keyPem },
  };
}
