/** A user or project of Keystone. @public */
export interface KeystoneIdentity {
  /** Unique in the cloud. */
  id: string;
  /** Unique in its domain. */
  name: string;
}
