/** A user or project of Keystone. @public */
export interface KeystoneIdentity {
  id: string;
  name: string;
}
