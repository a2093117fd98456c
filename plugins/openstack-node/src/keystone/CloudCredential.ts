/** By its id, or by a name that counts in a domain. @public */
export type KeystoneName =
  | { id: string }
  | { name: string; domainName: string }
  | { name: string; domainId: string };

/** What is shown to Keystone. @public */
export type CloudCredential =
  | {
      type: 'password';
      user: KeystoneName;
      password: string;
      project: KeystoneName;
    }
  | {
      type: 'application-credential';
      /** By its id, or by its name and its user. */
      credential: { id: string } | { name: string; user: KeystoneName };
      secret: string;
    }
  | {
      type: 'token';
      token: string;
      /** Default: the one that the token is for. */
      project?: KeystoneName;
    };
