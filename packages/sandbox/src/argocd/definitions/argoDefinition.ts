import { KubernetesObject } from '../../client';

export interface ArgoDefinitionOptions {
  kind: string;
  plural: string;
  shortNames: string[];
  /** Only ApplicationSet has one: everything else is a plain field. */
  statusSubresource?: boolean;
  printerColumns?: {
    name: string;
    type: string;
    jsonPath: string;
    priority?: number;
  }[];
  schema: Record<string, unknown>;
}

/** A CustomResourceDefinition of `argoproj.io/v1alpha1`. */
export function argoDefinition(
  options: ArgoDefinitionOptions,
): KubernetesObject {
  const { kind, plural, shortNames, statusSubresource, schema } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.argoproj.io`,
      labels: {
        'app.kubernetes.io/name': `${plural}.argoproj.io`,
        'app.kubernetes.io/part-of': 'argocd',
      },
    },
    spec: {
      group: 'argoproj.io',
      scope: 'Namespaced',
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
        shortNames,
      },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          ...(statusSubresource ? { subresources: { status: {} } } : {}),
          ...(options.printerColumns
            ? { additionalPrinterColumns: options.printerColumns }
            : {}),
          schema: {
            openAPIV3Schema: {
              type: 'object',
              required: ['metadata', 'spec'],
              properties: {
                apiVersion: { type: 'string' },
                kind: { type: 'string' },
                metadata: { type: 'object' },
                ...schema,
              },
            },
          },
        },
      ],
    },
  };
}
