import { ApiSubresource } from '../schema/types';

/** One column of `kubectl get`, as a definition declares it. */
export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  format?: string;
  description?: string;
  priority?: number;
}

/** One kind in one version, as discovery tells of it. */
export interface ApiResource {
  group: string;
  version: string;
  kind: string;
  listKind: string;
  plural: string;
  singular: string;
  shortNames: string[];
  categories: string[];
  namespaced: boolean;
  verbs: string[];
  subresources: ApiSubresource[];
  /** Where its objects are; versions of a kind share it. */
  storage: string;
  /** Only of kinds from a CustomResourceDefinition. */
  custom?: {
    definition: string;
    printerColumns?: PrinterColumn[];
    selectableFields: string[];
    scale?: {
      specReplicasPath: string;
      statusReplicasPath: string;
      labelSelectorPath?: string;
    };
  };
}

/** `apps/v1`, or `v1` in the core group. */
export function apiVersionOf(resource: {
  group: string;
  version: string;
}): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}

/** `apps/deployments`, or `pods` in the core group. */
export function storageOf(resource: { group: string; plural: string }): string {
  // Both groups serve the same Events.
  return resource.group && resource.group !== 'events.k8s.io'
    ? `${resource.group}/${resource.plural}`
    : resource.plural;
}
