import { StoredObject } from '../types';
import {
  ageColumn,
  fieldColumn,
  formatLabels,
  formatSelector,
  nameColumn,
  wide,
} from './commonColumns';
import { readPath } from './readPath';
import { TableColumn } from './TableColumn';

interface Address {
  ip?: string;
  hostname?: string;
}

interface Port {
  name?: string;
  port?: number;
  nodePort?: number;
  protocol?: string;
}

/** Columns of services and what leads to them, by storage. */
export const networkColumns: Record<string, TableColumn[]> = {
  services: [
    nameColumn,
    fieldColumn('Type', 'spec.type'),
    fieldColumn('Cluster-IP', 'spec.clusterIP'),
    { name: 'External-IP', cell: externalAddress },
    {
      name: 'Port(s)',
      cell: object =>
        ((readPath(object, 'spec.ports') ?? []) as Port[])
          .map(
            ({ port, nodePort, protocol }) =>
              `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`,
          )
          .join(',') || '<none>',
    },
    ageColumn,
    wide({
      name: 'Selector',
      cell: object => formatLabels(readPath(object, 'spec.selector')),
    }),
  ],
  endpoints: [
    nameColumn,
    { name: 'Endpoints', cell: endpointAddresses },
    ageColumn,
  ],
  'discovery.k8s.io/endpointslices': [
    nameColumn,
    fieldColumn('AddressType', 'addressType'),
    {
      name: 'Ports',
      cell: object =>
        firstThree(
          ((object.ports ?? []) as Port[]).map(({ port }) =>
            String(port ?? '*'),
          ),
          '<unset>',
        ),
    },
    {
      name: 'Endpoints',
      cell: object =>
        firstThree(
          ((object.endpoints ?? []) as { addresses?: string[] }[]).flatMap(
            ({ addresses = [] }) => addresses,
          ),
          '<unset>',
        ),
    },
    ageColumn,
  ],
  'networking.k8s.io/ingresses': [
    nameColumn,
    fieldColumn('Class', 'spec.ingressClassName'),
    {
      name: 'Hosts',
      cell: object => {
        const rules = (readPath(object, 'spec.rules') ?? []) as {
          host?: string;
        }[];
        const hosts = rules.flatMap(({ host }) => host || []);
        return hosts.length > 0 ? firstThree(hosts, '*') : '*';
      },
    },
    { name: 'Address', cell: loadBalancerAddress },
    {
      name: 'Ports',
      cell: object => (readPath(object, 'spec.tls') ? '80, 443' : '80'),
    },
    ageColumn,
  ],
  'networking.k8s.io/ingressclasses': [
    nameColumn,
    fieldColumn('Controller', 'spec.controller'),
    { name: 'Parameters', cell: classParameters },
    ageColumn,
  ],
  'networking.k8s.io/networkpolicies': [
    nameColumn,
    {
      name: 'Pod-Selector',
      cell: object => formatSelector(readPath(object, 'spec.podSelector')),
    },
    ageColumn,
  ],
};

function loadBalancerAddress(object: StoredObject): string {
  const addresses = (readPath(object, 'status.loadBalancer.ingress') ??
    []) as Address[];
  return addresses.map(({ ip, hostname }) => ip ?? hostname).join(',');
}

function externalAddress(object: StoredObject): string {
  const external = (readPath(object, 'spec.externalIPs') ?? []) as string[];
  switch (readPath(object, 'spec.type')) {
    case 'ExternalName':
      return String(readPath(object, 'spec.externalName') ?? '');
    case 'LoadBalancer':
      return (
        [loadBalancerAddress(object), ...external].filter(Boolean).join(',') ||
        '<pending>'
      );
    default:
      return external.join(',') || '<none>';
  }
}

function endpointAddresses(object: StoredObject): string {
  const subsets = (object.subsets ?? []) as {
    addresses?: { ip: string }[];
    ports?: Port[];
  }[];
  return firstThree(
    subsets.flatMap(({ addresses = [], ports = [] }) =>
      addresses.flatMap(({ ip }) => ports.map(({ port }) => `${ip}:${port}`)),
    ),
    '<none>',
  );
}

function firstThree(values: string[], none: string): string {
  const more = values.length - 3;
  const shown = values.slice(0, 3).join(',');
  return more > 0 ? `${shown} + ${more} more...` : shown || none;
}

function classParameters(object: StoredObject): string {
  const { apiGroup, kind, name } = (readPath(object, 'spec.parameters') ??
    {}) as { apiGroup?: string; kind?: string; name?: string };
  return name ? `${kind}${apiGroup ? `.${apiGroup}` : ''}/${name}` : '<none>';
}
