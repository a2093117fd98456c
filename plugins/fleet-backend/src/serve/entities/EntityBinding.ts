/** How items are bound to a catalog entity. */
export type EntityBinding =
  | {
      kind: 'component';
      name: string;
      /** Value of the entity's annotation `backstage.io/kubernetes-id`. */
      kubernetesId?: string;
      /** Entity reference of the group that owns the entity. */
      owner: string;
    }
  | {
      kind: 'cluster';
      /** Fleet name. */
      cluster: string;
      /** Where the cluster itself is an item of a cloud. */
      record?: { cloud: string; name: string };
      /** Entity reference of the group that owns the entity. */
      owner: string;
    };
