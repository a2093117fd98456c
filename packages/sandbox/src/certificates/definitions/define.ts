import { KubernetesObject } from '../../client';
import { JsonSchema } from './JsonSchema';
import { object } from './schemas';

export interface Column {
  name: string;
  jsonPath: string;
  /** Shown only by `kubectl get -o wide`. */
  wide?: boolean;
}

/** A CustomResourceDefinition with one version, `v1`, and a status subresource. */
export function define(options: {
  group: string;
  kind: string;
  plural: string;
  shortNames?: string[];
  category: string;
  scope?: 'Namespaced' | 'Cluster';
  spec: JsonSchema;
  status: JsonSchema;
  columns: Column[];
}): KubernetesObject {
  const { group, kind, plural, category, scope = 'Namespaced' } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
        categories: ['cert-manager', category].filter(
          (name, index, all) => all.indexOf(name) === index,
        ),
        ...(options.shortNames ? { shortNames: options.shortNames } : {}),
      },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          additionalPrinterColumns: [
            ...options.columns.map(({ name, jsonPath, wide }) => ({
              name,
              jsonPath,
              type: 'string',
              ...(wide ? { priority: 1 } : {}),
            })),
            {
              name: 'Age',
              jsonPath: '.metadata.creationTimestamp',
              type: 'date',
            },
          ],
          schema: {
            openAPIV3Schema: object(
              { spec: options.spec, status: options.status },
              ['spec'],
            ),
          },
        },
      ],
    },
  };
}

/** A column with a condition's status, or with another of its fields. */
export function conditionColumn(
  name: string,
  type: string,
  field = 'status',
): Column {
  return {
    name,
    jsonPath: `.status.conditions[?(@.type == "${type}")].${field}`,
    ...(field === 'message' ? { wide: true } : {}),
  };
}
