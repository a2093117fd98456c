import { KeystoneIdentity } from '../keystone/KeystoneIdentity';
import { CloudLookups } from '../lookups';
import { MagnumClient } from '../magnum';
import { CallOptions } from '../transport/CallOptions';

/** One project of one OpenStack. @public */
export interface Cloud {
  /** As the configuration names it. */
  readonly name: string;
  /** Of its services, if the configuration says so. */
  readonly region?: string;
  /** It is shown, but nothing may be provisioned in it. */
  readonly watchOnly: boolean;
  /** Its clusters. */
  readonly magnum: MagnumClient;
  /** What else forms and checks want to know. */
  readonly lookups: CloudLookups;
  /** The one that everything happens in. */
  project(o?: CallOptions): Promise<KeystoneIdentity>;
  /** As whom everything happens. */
  user(o?: CallOptions): Promise<KeystoneIdentity>;
  /** Where a service of a type, such as `container-infra`, is. */
  endpoint(type: string, o?: CallOptions): Promise<string>;
  /** Ends its connections. */
  close(): Promise<void>;
}
