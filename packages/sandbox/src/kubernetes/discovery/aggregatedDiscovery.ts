import { ApiResource, ResourceRegistry } from '../registry';

/** All groups, versions and kinds in one answer; `core` chooses between `/api` and `/apis`. */
export function aggregatedDiscovery(registry: ResourceRegistry, core: boolean) {
  const groups = core ? [{ name: '', versions: ['v1'] }] : registry.groups();
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: name
        ? { name, creationTimestamp: null }
        : { creationTimestamp: null },
      versions: versions.map(version => ({
        version,
        freshness: 'Current',
        resources: registry.ofGroupVersion(name, version).map(discovered),
      })),
    })),
  };
}

function discovered(resource: ApiResource) {
  const { group, version, kind, shortNames, categories } = resource;
  return {
    resource: resource.plural,
    responseKind: kindIn(resource, { group, version, kind }),
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: resource.verbs,
    ...(shortNames.length > 0 && { shortNames }),
    ...(categories.length > 0 && { categories }),
    ...(resource.subresources.length > 0 && {
      subresources: resource.subresources.map(sub => ({
        subresource: sub.name,
        responseKind: kindIn(resource, sub),
        verbs: sub.verbs,
      })),
    }),
  };
}

/** Built-in kinds leave out a group and version that are their resource's own. */
function kindIn(
  resource: ApiResource,
  { group, version, kind }: { group: string; version: string; kind: string },
) {
  const isOwn = group === resource.group && version === resource.version;
  return isOwn && !resource.custom
    ? { group: '', version: '', kind }
    : { group, version, kind };
}
