import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { quoteWord } from '../texts/quoteWord';

const NOTHING = 'Nothing is changed.';

/** Commands for what no template does. */
export function commandsFor({ details, finding, ref }: ClusterItem) {
  const name = quoteWord(details.name);
  const uuid = quoteWord(details.uuid ?? ref.name);
  const cloud = quoteWord(details.cloud ?? ref.cluster);
  const openstack = `openstack --os-cloud ${cloud}`;
  const command = (title: string, line: string, effect = NOTHING): Remedy => ({
    kind: 'command',
    title,
    effect,
    command: line,
  });
  return {
    show: () =>
      command(
        'Look at it in Magnum',
        `${openstack} coe cluster show ${uuid} --fit-width`,
      ),
    showNodeGroup: () =>
      command(
        'Look at the node group in Magnum',
        `${openstack} coe nodegroup show ${uuid} ${quoteWord(
          finding?.evidence.name ?? '',
        )}`,
      ),
    quota: () =>
      command(
        'Look at the quota of the project',
        `${openstack} quota show --usage ${quoteWord(details.project ?? '')}`,
      ),
    floatingIps: () =>
      command(
        'Look for floating IPs that nobody uses',
        `${openstack} floating ip list --status DOWN`,
      ),
    loadBalancers: () =>
      command('Look at the load balancers', `${openstack} loadbalancer list`),
    leftovers: () =>
      command(
        'Look for ports that are left over',
        `${openstack} port list --long --project ${quoteWord(
          details.project ?? '',
        )}`,
      ),
    deleteAgain: () =>
      command(
        'Delete it again',
        `${openstack} coe cluster delete ${uuid}`,
        `The deletion of ${details.name} goes on once nothing is in its way.`,
      ),
    machines: () =>
      command(
        'Look at its machines',
        `${openstack} server list --name ${name}`,
      ),
    rotateCredential: () =>
      command(
        'Rotate its credential as a user that stays',
        `curl -X PATCH -H "X-Auth-Token: $(${openstack} token issue -f value -c id)" ` +
          `-H 'OpenStack-API-Version: container-infra 1.12' "$MAGNUM_URL/v1/credentials/${uuid}"`,
        `${details.name} works with a credential of the user who runs this.`,
      ),
    loginAgain: () =>
      command(
        'Make a new credential for the platform',
        `${openstack} application credential create --unrestricted slipway`,
        'A credential is made for the user who runs this; store it where the backend reads it.',
      ),
    askMagnum: () =>
      command('Ask Magnum how it is', `${openstack} coe service list`),
    register: () =>
      command(
        'Register it in Argo CD',
        `argocd cluster add ${name} --name ${name}`,
        `Argo CD can deploy to ${details.name}. The context of that name must reach it.`,
      ),
    registrations: () =>
      command('Look at the registrations', 'argocd cluster list'),
    versionOf: () =>
      command(
        'Ask its API server',
        `kubectl version --context ${quoteWord(
          details.fleetName ?? details.name,
        )}`,
      ),
  };
}
