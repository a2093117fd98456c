export interface Config {
  slipway?: {
    /**
     * The places where services run, in the order in which versions move
     * through them.
     */
    environments?: Array<{
      /**
       * A DNS label: it ends up in namespaces and hostnames.
       * @visibility frontend
       */
      name: string;
      /** Name of the hub (see `argocd.hubs`) whose Argo CD deploys here. */
      hub: string;
      /**
       * Must match exactly one cluster that is registered at the hub; as long
       * as it matches none the environment has no cluster yet. Forms that
       * order clusters offer what is asked for here.
       * @deepVisibility frontend
       */
      clusterSelector: { matchLabels: { [label: string]: string } };
      /**
       * Default: `{service}-{environment}`.
       * @visibility frontend
       */
      namespacePattern?: string;
      /** Groups that approve a promotion into this environment. */
      approvers?: string[];
      /** Default: `push` for the first environment, `pull-request` for others. */
      promotion?: 'push' | 'pull-request';
    }>;
  };
}
