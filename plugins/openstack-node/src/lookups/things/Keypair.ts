/** A key for SSH. @public */
export interface Keypair {
  name: string;
  fingerprint?: string;
}
