export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in without a password as one of the people named here. For the
       * sandbox: the backend refuses to start with it unless it listens on
       * the loopback interface.
       */
      sandbox?: {
        users: Array<{
          /**
           * Name of the User entity in the catalog
           * @visibility frontend
           */
          name: string;
          /**
           * The name that people read
           * @visibility frontend
           */
          displayName: string;
          /**
           * What this person does, in a few words
           * @visibility frontend
           */
          role: string;
          /**
           * Title of the person's team
           * @visibility frontend
           */
          team: string;
        }>;
      };
    };
  };
}
