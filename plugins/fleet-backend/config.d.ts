export interface Config {
  fleet?: {
    /**
     * Clusters that the fleet watches from the start, in order of precedence:
     * of two that turn out to be the same the first one's name counts. Each has
     * one of `kubeconfig`, `url` and `inCluster`.
     */
    clusters?: Array<{
      /** Fleet name; used everywhere. */
      name: string;
      /** A kubeconfig file with its credentials, exec plugins included. */
      kubeconfig?: {
        file: string;
        /** Default: the current context. */
        context?: string;
      };
      /** The service account of the pod that Backstage runs in. */
      inCluster?: boolean;
      /** Address of the Kubernetes API. */
      url?: string;
      /** The CA of the API as base64 of PEM … */
      caData?: string;
      /** … or as a file. Default: the CAs that Node trusts. */
      caFile?: string;
      /** Default: false. */
      skipTlsVerify?: boolean;
      /**
       * An http(s) proxy on the way, which may have a user and a password in it.
       * A kubeconfig may name its own.
       * @visibility secret
       */
      proxyUrl?: string;
      /**
       * Of a service account that may get, list and watch.
       * @visibility secret
       */
      token?: string;
      /** A file with such a token, which is read again when it changes. */
      tokenFile?: string;
      clientCertificate?: {
        certFile: string;
        keyFile: string;
      };
      /** Entity reference or name of the group that owns the cluster. */
      owner?: string;
      labels?: { [label: string]: string };
      /** Registration Secrets in it name further clusters. Default: false. */
      hub?: boolean;
      /** Credentials for operations, where people may have some. */
      operator?: {
        kubeconfig?: {
          file: string;
          context?: string;
        };
        /** @visibility secret */
        token?: string;
        tokenFile?: string;
        clientCertificate?: {
          certFile: string;
          keyFile: string;
        };
      };
    }>;
  };
}
