import { ApiResource, apiVersionOf, ResourceRegistry } from '../registry';

/** `/api` */
export function apiVersions(address: string) {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: address },
    ],
  };
}

/** `/apis` */
export function apiGroupList(registry: ResourceRegistry) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: registry.groups().map(group => groupEntry(group)),
  };
}

/** `/apis/<group>`; `undefined` for one that is not served. */
export function apiGroup(registry: ResourceRegistry, name: string) {
  const group = registry.groups().find(known => known.name === name);
  return group && { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(group) };
}

/** `/apis/<group>/<version>`; `undefined` for one that is not served. */
export function apiResourceList(
  registry: ResourceRegistry,
  group: string,
  version: string,
) {
  const resources = registry.ofGroupVersion(group, version);
  if (resources.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf({ group, version }),
    resources: resources.flatMap(resourceEntries),
  };
}

function groupEntry({ name, versions }: { name: string; versions: string[] }) {
  const entries = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: entries, preferredVersion: entries[0] };
}

function resourceEntries(resource: ApiResource) {
  const { plural, singular, namespaced, kind, verbs } = resource;
  const { shortNames, categories, group, version } = resource;
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs,
      ...(shortNames.length > 0 && { shortNames }),
      ...(categories.length > 0 && { categories }),
    },
    ...resource.subresources.map(sub => ({
      name: `${plural}/${sub.name}`,
      singularName: '',
      namespaced,
      ...((sub.group !== group || sub.version !== version) && {
        group: sub.group,
        version: sub.version,
      }),
      kind: sub.kind,
      verbs: sub.verbs,
    })),
  ];
}
