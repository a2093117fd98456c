import { CallOptions } from '../transport/CallOptions';
import { Lookup } from './Lookup';
import {
  AvailabilityZone,
  ComputeLimits,
  Flavor,
  Image,
  Keypair,
  Network,
  NetworkQuota,
  Subnet,
  VolumeLimits,
} from './things';

/**
 * What forms and checks want to know of a cloud beside Magnum. Nothing here
 * throws because a cloud does not answer.
 *
 * @public
 */
export interface CloudLookups {
  /** Those that may be used. */
  flavors(o?: CallOptions): Promise<Lookup<Flavor[]>>;
  /** Those of our user. */
  keypairs(o?: CallOptions): Promise<Lookup<Keypair[]>>;
  /** Those that clusters can be put into. */
  networks(o?: CallOptions): Promise<Lookup<Network[]>>;
  /** Those that floating IPs come from. */
  externalNetworks(o?: CallOptions): Promise<Lookup<Network[]>>;
  /** Of one network, or all. */
  subnets(o?: CallOptions & { networkId?: string }): Promise<Lookup<Subnet[]>>;
  /** Of computing. */
  availabilityZones(o?: CallOptions): Promise<Lookup<AvailabilityZone[]>>;
  /** All that may be seen; those with `osDistro` make clusters. */
  images(o?: CallOptions): Promise<Lookup<Image[]>>;
  /** Of Nova, for the project. */
  computeLimits(o?: CallOptions): Promise<Lookup<ComputeLimits>>;
  /** Of Cinder, for the project. */
  volumeLimits(o?: CallOptions): Promise<Lookup<VolumeLimits>>;
  /** Of Neutron, for the project. */
  networkQuota(o?: CallOptions): Promise<Lookup<NetworkQuota>>;
}
