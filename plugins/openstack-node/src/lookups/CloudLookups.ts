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
  flavors(o?: CallOptions): Promise<Lookup<Flavor[]>>;
  keypairs(o?: CallOptions): Promise<Lookup<Keypair[]>>;
  /** Those that clusters can be put into. */
  networks(o?: CallOptions): Promise<Lookup<Network[]>>;
  externalNetworks(o?: CallOptions): Promise<Lookup<Network[]>>;
  subnets(o?: CallOptions & { networkId?: string }): Promise<Lookup<Subnet[]>>;
  availabilityZones(o?: CallOptions): Promise<Lookup<AvailabilityZone[]>>;
  images(o?: CallOptions): Promise<Lookup<Image[]>>;
  computeLimits(o?: CallOptions): Promise<Lookup<ComputeLimits>>;
  volumeLimits(o?: CallOptions): Promise<Lookup<VolumeLimits>>;
  networkQuota(o?: CallOptions): Promise<Lookup<NetworkQuota>>;
}
