import { collectPages } from '../services/collectPages';
import { ServiceCaller } from '../services/ServiceCaller';
import { CallOptions } from '../transport/CallOptions';
import { attemptLookup } from './attemptLookup';
import { CloudLookups } from './CloudLookups';
import { Lookup } from './Lookup';
import { readLookupPage } from './readLookupPage';
import {
  toAvailabilityZone,
  toFlavor,
  toImage,
  toKeypair,
  toNetwork,
  toSubnet,
} from './reading';
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
import { toComputeLimits, toNetworkQuota, toVolumeLimits } from './usage';

const SERVICES = {
  compute: { service: 'nova', type: 'compute', version: 'v2.1' },
  network: { service: 'neutron', type: 'network', version: 'v2.0' },
  image: { service: 'glance', type: 'image', version: 'v2' },
  'block-storage': { service: 'cinder', type: 'block-storage', version: 'v3' },
} as const;

interface LookupQuestion extends CallOptions {
  of: keyof typeof SERVICES;
  path: string[];
  query?: Record<string, string>;
}

/** Asks Nova, Neutron, Glance and Cinder. */
export class ServiceLookups implements CloudLookups {
  readonly #caller: ServiceCaller;

  static create(caller: ServiceCaller): ServiceLookups {
    return new ServiceLookups(caller);
  }

  private constructor(caller: ServiceCaller) {
    this.#caller = caller;
  }

  flavors(o: CallOptions = {}): Promise<Lookup<Flavor[]>> {
    return this.#list(
      { of: 'compute', path: ['flavors', 'detail'], ...o },
      'flavors',
      toFlavor,
    );
  }

  keypairs(o: CallOptions = {}): Promise<Lookup<Keypair[]>> {
    return this.#list(
      { of: 'compute', path: ['os-keypairs'], ...o },
      'keypairs',
      toKeypair,
    );
  }

  networks(o: CallOptions = {}): Promise<Lookup<Network[]>> {
    return this.#networks({ 'router:external': 'False' }, o, false);
  }

  externalNetworks(o: CallOptions = {}): Promise<Lookup<Network[]>> {
    return this.#networks({ 'router:external': 'True' }, o, true);
  }

  subnets(
    o: CallOptions & { networkId?: string } = {},
  ): Promise<Lookup<Subnet[]>> {
    const { networkId, signal } = o;
    return this.#list(
      {
        of: 'network',
        path: ['subnets'],
        query: networkId ? { network_id: networkId } : {},
        signal,
      },
      'subnets',
      toSubnet,
    );
  }

  availabilityZones(o: CallOptions = {}): Promise<Lookup<AvailabilityZone[]>> {
    return this.#list(
      { of: 'compute', path: ['os-availability-zone'], ...o },
      'availabilityZoneInfo',
      toAvailabilityZone,
    );
  }

  images(o: CallOptions = {}): Promise<Lookup<Image[]>> {
    return this.#list(
      { of: 'image', path: ['images'], ...o },
      'images',
      toImage,
    );
  }

  computeLimits(o: CallOptions = {}): Promise<Lookup<ComputeLimits>> {
    return attemptLookup(async () =>
      toComputeLimits(
        await this.#read({ of: 'compute', path: ['limits'], ...o }),
      ),
    );
  }

  volumeLimits(o: CallOptions = {}): Promise<Lookup<VolumeLimits>> {
    return attemptLookup(async () =>
      toVolumeLimits(
        await this.#read({ of: 'block-storage', path: ['limits'], ...o }),
      ),
    );
  }

  networkQuota(o: CallOptions = {}): Promise<Lookup<NetworkQuota>> {
    return attemptLookup(async () => {
      const { id } = await this.#caller.project(o);
      return toNetworkQuota(
        await this.#read({
          of: 'network',
          path: ['quotas', id, 'details'],
          ...o,
        }),
      );
    });
  }

  #networks(
    query: Record<string, string>,
    o: CallOptions,
    external: boolean,
  ): Promise<Lookup<Network[]>> {
    const { signal } = o;
    return this.#list(
      { of: 'network', path: ['networks'], query, signal },
      'networks',
      body => {
        const network = toNetwork(body);
        return network?.external === external ? network : undefined;
      },
    );
  }

  #list<T>(
    question: LookupQuestion,
    key: string,
    toThing: (body: Record<string, unknown>) => T | undefined,
  ): Promise<Lookup<T[]>> {
    return attemptLookup(async () => {
      const items = await collectPages(async marker => {
        const query = { ...question.query, ...(marker && { marker }) };
        return readLookupPage(await this.#read({ ...question, query }), key);
      });
      return items.map(toThing).filter(thing => thing !== undefined);
    });
  }

  #read({ of, ...question }: LookupQuestion): Promise<unknown> {
    return this.#caller.read({ ...SERVICES[of], ...question });
  }
}
