import { KindStrategy } from './KindStrategy';

/** A namespace is Active and held by the finalizer of the namespace controller. */
export const namespaceStrategy: KindStrategy = {
  prepare({ object, live }) {
    const { name } = object.metadata;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        labels: {
          ...object.metadata.labels,
          'kubernetes.io/metadata.name': name,
        },
      },
      spec: live ? live.spec : { finalizers: ['kubernetes'] },
      status: object.status ?? live?.status ?? { phase: 'Active' },
    };
  },
};
