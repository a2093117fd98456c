export interface Config {
  slipway?: {
    /** The repository that holds the desired state of everything. */
    platformRepository?: {
      /** Its web address, on a host that `integrations.github` knows. */
      url: string;
      /** Default: `main`. */
      branch?: string;
    };
    /** Host that the services' workflows push images to. Default: `ghcr.io`. */
    imageRegistry?: string;
  };
}
