import { controllerReference } from '../../client';
import { canonical } from '../canonical';
import { isPodReady } from '../podReadiness';
import { randomSuffix } from '../randomSuffix';
import { Endpoint, EndpointSlice, Pod, Service, ServicePort } from '../types';

export const SERVICE_LABEL = 'kubernetes.io/service-name';
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';

/**
 * The slices of a Service: pods that answer on the same ports share one, since a
 * named port may be another number in another pod.
 */
export function endpointSlicesOf(
  service: Service,
  pods: Pod[],
): EndpointSlice[] {
  const groups = new Map<string, EndpointSlice>();
  const shown = pods
    .filter(
      pod =>
        pod.status?.podIP &&
        !['Succeeded', 'Failed'].includes(pod.status.phase ?? ''),
    )
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  for (const pod of shown) {
    const ports = portsOf(service, pod);
    const key = canonical(ports);
    const slice = groups.get(key) ?? emptySlice(service, ports);
    slice.endpoints.push(endpointOf(service, pod));
    groups.set(key, slice);
  }
  // A Service without pods has a slice too, which says so.
  return groups.size ? [...groups.values()] : [emptySlice(service, [])];
}

function emptySlice(
  service: Service,
  ports: EndpointSlice['ports'],
): EndpointSlice {
  const { name, namespace } = service.metadata;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      generateName: `${name}-`,
      name: `${name}-${randomSuffix()}`,
      namespace,
      labels: {
        ...service.metadata.labels,
        [SERVICE_LABEL]: name,
        [MANAGED_BY]: 'endpointslice-controller.k8s.io',
        ...(service.spec.clusterIP === 'None'
          ? { 'service.kubernetes.io/headless': '' }
          : {}),
      },
      ownerReferences: [controllerReference(service)],
    },
    addressType: 'IPv4',
    ports,
    endpoints: [],
  };
}

function portsOf(service: Service, pod: Pod): EndpointSlice['ports'] {
  return (service.spec.ports ?? []).flatMap(servicePort => {
    const port = targetPort(servicePort, pod);
    const { name = '', protocol = 'TCP', appProtocol } = servicePort;
    return port === undefined ? [] : [{ name, port, protocol, appProtocol }];
  });
}

function targetPort(servicePort: ServicePort, pod: Pod): number | undefined {
  const target = servicePort.targetPort ?? servicePort.port;
  return typeof target === 'number'
    ? target
    : pod.spec.containers
        .flatMap(container => container.ports ?? [])
        .find(port => port.name === target)?.containerPort;
}

function endpointOf(service: Service, pod: Pod): Endpoint {
  const { name, namespace, uid } = pod.metadata;
  const terminating = Boolean(pod.metadata.deletionTimestamp);
  const serving = isPodReady(pod);
  return {
    addresses: [pod.status!.podIP!],
    conditions: {
      ready:
        Boolean(service.spec.publishNotReadyAddresses) ||
        (serving && !terminating),
      serving,
      terminating,
    },
    nodeName: pod.spec.nodeName,
    targetRef: { kind: 'Pod', name, namespace, uid },
  };
}
