import { Flavor } from '@slipway/backstage-plugin-openstack-node';

export type FlavorRole = 'nodes' | 'control-plane nodes';

export type FoundFlavor = { flavor?: Flavor; problem?: string };

/** Less, and the components of Kubernetes do not start. */
const LEAST_RAM_MB: Record<FlavorRole, number> = {
  nodes: 1_024,
  'control-plane nodes': 2_048,
};

/** A flavor by name or id, among those of the cloud as far as they are known. */
export function checkFlavor(options: {
  flavors: Flavor[] | undefined;
  wanted: string | null | undefined;
  role: FlavorRole;
}): FoundFlavor {
  const { flavors, wanted, role } = options;
  if (!wanted) {
    // The cloud may have one that it takes then.
    return {};
  }
  if (!flavors) {
    return {};
  }
  const flavor = flavors.find(({ id, name }) => [id, name].includes(wanted));
  if (!flavor) {
    const names = flavors.map(({ name }) => name).join(', ') || 'none';
    return {
      problem: `There is no flavor ${wanted} for the ${role}; there are: ${names}`,
    };
  }
  return flavor.ramMb < LEAST_RAM_MB[role]
    ? {
        flavor,
        problem: `The flavor ${flavor.name} has ${flavor.ramMb} MB of RAM; ${role} need at least ${LEAST_RAM_MB[role]} MB`,
      }
    : { flavor };
}
