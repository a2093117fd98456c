import { invalid } from '../errors';
import { KindStrategy } from './KindStrategy';
import { ObjectStore } from '../store';

interface ServiceSpec {
  type?: string;
  clusterIP?: string;
  clusterIPs?: string[];
  ipFamilies?: string[];
  ipFamilyPolicy?: string;
  ports?: { nodePort?: number }[];
}

const NODE_PORTS = { first: 30000, count: 2768 };

/** Gives services their address and node ports, from the usual ranges. */
export const serviceStrategy: KindStrategy = {
  prepare({ core, object, live }) {
    const spec = { ...(object.spec as ServiceSpec) };
    const before = (live?.spec ?? {}) as ServiceSpec;
    if (spec.type === 'ExternalName') {
      return object;
    }
    if (
      before.clusterIP &&
      spec.clusterIP &&
      spec.clusterIP !== before.clusterIP
    ) {
      throw invalid({ group: '', kind: 'Service' }, object.metadata.name, [
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: ${JSON.stringify([
            spec.clusterIP,
          ])}: may not change once set`,
          field: 'spec.clusterIPs[0]',
        },
      ]);
    }
    spec.clusterIP =
      spec.clusterIP || before.clusterIP || freeAddress(core.store);
    spec.clusterIPs = [spec.clusterIP];
    spec.ipFamilies ??= ['IPv4'];
    spec.ipFamilyPolicy ??= 'SingleStack';
    if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
      const taken = nodePorts(core.store);
      spec.ports = spec.ports?.map((port, index) => {
        const nodePort =
          port.nodePort ?? before.ports?.[index]?.nodePort ?? freePort(taken);
        taken.add(nodePort);
        return { ...port, nodePort };
      });
    }
    return { ...object, spec: spec as object };
  },
};

function specs(store: ObjectStore): ServiceSpec[] {
  return store.list('services').map(service => service.spec as ServiceSpec);
}

function freeAddress(store: ObjectStore): string {
  const taken = new Set(specs(store).map(({ clusterIP }) => clusterIP));
  for (let number = 10; ; number++) {
    const address = `10.96.${Math.floor(number / 256)}.${number % 256}`;
    if (!taken.has(address)) {
      return address;
    }
  }
}

function nodePorts(store: ObjectStore): Set<number> {
  return new Set(
    specs(store).flatMap(({ ports = [] }) =>
      ports.flatMap(({ nodePort }) => nodePort ?? []),
    ),
  );
}

function freePort(taken: Set<number>): number {
  const { first, count } = NODE_PORTS;
  const all = Array.from({ length: count }, (_, index) => first + index);
  return all.find(port => !taken.has(port))!;
}
