export interface Config {
  argocd?: {
    /** Clusters where an Argo CD runs that services are deployed by. */
    hubs?: Array<{
      /** The fleet's name of the cluster; environments name their hub by it. */
      name: string;
      /** Address of the Kubernetes API. Not needed with `kubeconfig`. */
      url?: string;
      /** The CA of the API as base64 of PEM … */
      caData?: string;
      /** … or as a file. */
      caFile?: string;
      /**
       * Of a service account that may read Secrets and write Secrets,
       * Applications and AppProjects in Argo CD's namespace.
       * @visibility secret
       */
      token?: string;
      /** Or: a kubeconfig file, of which the current context counts. */
      kubeconfig?: string;
      /** Argo CD's namespace. Default: `argocd`. */
      namespace?: string;
    }>;
    /**
     * What Argo CD signs in to git servers with; for those not listed the
     * token of `integrations.github`.
     */
    repositoryCredentials?: Array<{
      /** What they open: a host, an owner or one repository. The first match counts. */
      urlPrefix: string;
      username: string;
      /** @visibility secret */
      password: string;
    }>;
  };
  slipway?: {
    /** How the ingress controllers are reached from outside. */
    ingress?: {
      /** Default: 80. From the environment it comes as digits. */
      httpPort?: number | string;
      /** Default: 443. */
      httpsPort?: number | string;
      /**
       * The CA that signs the certificates of the services, where it is not a
       * public one; shown to people who create a service.
       */
      caFile?: string;
    };
  };
}
