export interface Config {
  slipway?: {
    permission?: {
      /**
       * Groups whose members may do everything. Everybody else may do what
       * their own teams' things allow.
       *
       * @default ['group:default/platform-team']
       */
      platformGroups?: string[];
    };
  };
}
