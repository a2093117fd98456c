import { Errand } from '../errands';
import { ClusterRequest } from './ClusterRequest';
import { known } from './known';

/** Whether a network and a subnet that are named exist and belong together. */
export async function checkNetwork(
  errand: Errand,
  { network: wanted, subnet: wantedSubnet }: ClusterRequest,
): Promise<string[]> {
  const { cloud, signal } = errand;
  if (!wanted) {
    return wantedSubnet
      ? ['A subnet is only possible together with its network']
      : [];
  }
  const networks = await known(
    errand,
    `the network ${wanted}`,
    cloud.lookups.networks({ signal }),
  );
  if (!networks) {
    return [];
  }
  const network = networks.find(({ id, name }) => [id, name].includes(wanted));
  if (!network) {
    const names = networks.map(({ name }) => name).join(', ') || 'none';
    return [`There is no network ${wanted}; there are: ${names}`];
  }
  const subnets = wantedSubnet
    ? await known(
        errand,
        `the subnet ${wantedSubnet}`,
        cloud.lookups.subnets({ networkId: network.id, signal }),
      )
    : undefined;
  const isThere = subnets?.some(({ id, name }) =>
    [id, name].includes(wantedSubnet!),
  );
  return isThere === false
    ? [`The network ${wanted} has no subnet ${wantedSubnet}`]
    : [];
}
