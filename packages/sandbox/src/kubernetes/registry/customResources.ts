import { KubernetesObject } from '../../client/types';
import { ApiSubresource } from '../schema/types';
import { ApiResource, PrinterColumn } from './ApiResource';

/** The parts of a CustomResourceDefinition that serving depends on. */
export interface CustomResourceDefinition extends KubernetesObject {
  spec: {
    group: string;
    scope: 'Namespaced' | 'Cluster';
    names: {
      kind: string;
      plural: string;
      singular?: string;
      listKind?: string;
      shortNames?: string[];
      categories?: string[];
    };
    versions: {
      name: string;
      served: boolean;
      storage: boolean;
      deprecated?: boolean;
      deprecationWarning?: string;
      subresources?: {
        status?: object;
        scale?: NonNullable<ApiResource['custom']>['scale'];
      };
      additionalPrinterColumns?: PrinterColumn[];
      selectableFields?: { jsonPath: string }[];
      schema?: { openAPIV3Schema?: Record<string, unknown> };
    }[];
  };
}

/** What holds a definition until its objects are gone. */
export const CLEANUP_FINALIZER = 'customresourcecleanup.apiextensions.k8s.io';

const VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

/** The kinds that a definition adds, one for each served version. */
export function customResources(crd: CustomResourceDefinition): ApiResource[] {
  const { group, names, scope, versions } = crd.spec;
  return versions
    .filter(version => version.served)
    .map(version => {
      const { name, subresources: offered } = version;
      const subresources: ApiSubresource[] = [];
      if (offered?.status) {
        subresources.push({
          name: 'status',
          group,
          version: name,
          kind: names.kind,
          verbs: SUBRESOURCE_VERBS,
        });
      }
      if (offered?.scale) {
        subresources.push({
          name: 'scale',
          group: 'autoscaling',
          version: 'v1',
          kind: 'Scale',
          verbs: SUBRESOURCE_VERBS,
        });
      }
      return {
        group,
        version: name,
        kind: names.kind,
        listKind: names.listKind ?? `${names.kind}List`,
        plural: names.plural,
        singular: names.singular ?? names.kind.toLowerCase(),
        shortNames: names.shortNames ?? [],
        categories: names.categories ?? [],
        namespaced: scope === 'Namespaced',
        verbs: VERBS,
        subresources,
        storage: `${group}/${names.plural}`,
        custom: {
          definition: crd.metadata.name,
          printerColumns: version.additionalPrinterColumns,
          selectableFields: (version.selectableFields ?? []).map(field =>
            field.jsonPath.replace(/^\./, ''),
          ),
          scale: offered?.scale,
        },
      };
    });
}
