export interface Config {
  magnum?: {
    /**
     * OpenStack projects in which clusters are provisioned and watched. What is
     * said here counts more than what `cloudsYaml` or the environment say.
     */
    clouds?: Array<{
      /** What the cloud is called here. */
      name: string;
      /** Take it from a clouds.yaml. */
      cloudsYaml?: {
        /**
         * Default: as the tools of OpenStack look for it: OS_CLIENT_CONFIG_FILE,
         * the working folder, ~/.config/openstack, /etc/openstack.
         */
        file?: string;
        /** Default: OS_CLOUD. */
        cloud?: string;
      };
      /** Take it from the OS_* environment variables. Default: false. */
      environment?: boolean;
      /** Address of Keystone, with or without /v3. */
      authUrl?: string;
      username?: string;
      userId?: string;
      userDomainName?: string;
      /** Default: `default`. */
      userDomainId?: string;
      /** @visibility secret */
      password?: string;
      projectName?: string;
      projectId?: string;
      projectDomainName?: string;
      /** Default: `default`. */
      projectDomainId?: string;
      /** An application credential, by its id … */
      applicationCredentialId?: string;
      /** … or by its name and its user. */
      applicationCredentialName?: string;
      /** @visibility secret */
      applicationCredentialSecret?: string;
      /**
       * Good as long as it lives; nothing can renew it.
       * @visibility secret
       */
      token?: string;
      /** Needed where the catalogue has several. */
      region?: string;
      /** Default: public. */
      interface?: 'public' | 'internal' | 'admin';
      /** CAs of the cloud as base64 of PEM … */
      caData?: string;
      /** … or as a file. Default: the CAs that Node trusts. */
      caFile?: string;
      /** Whether certificates are verified. Default: true. */
      verify?: boolean;
      /** The newest microversion of Magnum to use, as text: '1.10'. */
      microversion?: string;
      /**
       * The cloud is shown, but nothing may be provisioned in it. Default: false.
       */
      watchOnly?: boolean;
    }>;
  };
}
