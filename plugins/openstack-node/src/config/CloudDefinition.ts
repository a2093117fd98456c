import { CloudCredential } from '../keystone/CloudCredential';

/** How a cloud is reached. @public */
export interface CloudDefinition {
  /** What it is called here. */
  name: string;
  /** Of Keystone; with or without `/v3`. */
  authUrl: string;
  /** What Keystone is shown. */
  credential: CloudCredential;
  /** Needed where the catalogue has several. */
  region?: string;
  /** Default: `public`. */
  interface?: 'public' | 'internal' | 'admin';
  /** CAs as PEM, instead of those that Node trusts. */
  ca?: string;
  /** False: certificates are not verified. Default: true. */
  verify?: boolean;
  /** The newest microversion of Magnum to use. */
  microversion?: string;
  /** It is shown, but nothing may be provisioned in it. Default: false. */
  watchOnly?: boolean;
}
