/** A key for SSH. @public */
export interface Keypair {
  /** What Magnum takes. */
  name: string;
  /** Of the public key. */
  fingerprint?: string;
}
