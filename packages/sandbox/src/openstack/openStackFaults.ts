import { Fault } from '../faults/Faults';
import { OUTAGES } from './http/breakMagnum';
import { OpenStack, OpenStackFault } from './types';

/** What `npm run sandbox -- break` can break of a cloud. */
export function openStackFaults(openstack: OpenStack): Fault[] {
  const simple = (
    name: string,
    fault: OpenStackFault,
    description: string,
  ) => ({
    name,
    description,
    break: () => openstack.setFault(fault, true),
    heal: () => openstack.setFault(fault, false),
  });
  return [
    simple(
      'cluster-quota',
      'quota',
      'The compute quota is used up when a cluster or nodes are built.',
    ),
    simple(
      'no-valid-host',
      'no-valid-host',
      'No compute host has room for a node.',
    ),
    simple('create-stuck', 'stuck', 'Clusters stay CREATE_IN_PROGRESS.'),
    {
      name: 'cluster-api-gone',
      description: 'Magnum cannot reach the API of a cluster: UNHEALTHY.',
      targets: async () => openstack.listClusters().map(({ name }) => name),
      break: target => openstack.setFault('api-unreachable', true, target),
      heal: target => openstack.setFault('api-unreachable', false, target),
    },
    {
      name: 'magnum-down',
      description: 'Magnum answers with an error, never, or not at all.',
      targets: async () => OUTAGES,
      break: target => openstack.setFault('magnum-down', true, target),
      heal: target => openstack.setFault('magnum-down', false, target),
    },
    {
      name: 'openstack-token-expired',
      description: 'All tokens that Keystone has given out end now.',
      break: () => openstack.expireTokens(),
      heal: () => {},
    },
  ];
}
