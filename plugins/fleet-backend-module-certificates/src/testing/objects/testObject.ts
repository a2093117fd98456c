import { ago } from '../times';

/** Fields of an object. */
export type Fields = Record<string, unknown>;

/** A Kubernetes object of a test. */
export interface TestObject {
  readonly [field: string]: unknown;
  apiVersion: string;
  kind: string;
  metadata: Fields & { name: string; namespace?: string; uid: string };
  spec: Fields;
  status: Fields;
}

/** Any object, 90 days old, with its owner. */
export function testObject(options: {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
  created?: string;
  owner?: TestObject;
  metadata?: Fields;
  spec?: Fields;
  status?: Fields;
}): TestObject {
  const { apiVersion, kind, name, namespace, owner, metadata } = options;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      uid: `${kind}-${namespace ?? ''}-${name}`,
      generation: 1,
      creationTimestamp: options.created ?? ago('90d'),
      ...(owner && {
        ownerReferences: [
          {
            apiVersion: owner.apiVersion,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
            controller: true,
          },
        ],
      }),
      ...metadata,
    },
    spec: options.spec ?? {},
    status: options.status ?? {},
  };
}
