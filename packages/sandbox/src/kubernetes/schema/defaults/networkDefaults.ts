import { createHash } from 'node:crypto';
import { JsonObject } from '../types';
import { Defaulter } from './Defaulter';
import { ensure, fill, part, parts } from './fields';

/** Services, ingresses and policies, by `<group>/<kind>`. */
export const networkDefaults: Record<string, Defaulter> = {
  '/Service': defaultService,
  '/Endpoints': object => {
    for (const subset of parts(object, 'subsets')) {
      parts(subset, 'ports').forEach(port => fill(port, { protocol: 'TCP' }));
    }
  },
  'discovery.k8s.io/EndpointSlice': object => {
    parts(object, 'ports').forEach(port =>
      fill(port, { name: '', protocol: 'TCP' }),
    );
    parts(object, 'endpoints').forEach(endpoint =>
      fill(endpoint, { conditions: {} }),
    );
  },
  'networking.k8s.io/Ingress': object =>
    fill(ensure(object, 'status'), { loadBalancer: {} }),
  'networking.k8s.io/IngressClass': object => {
    const parameters = part(part(object, 'spec'), 'parameters');
    if (parameters) {
      fill(parameters, { scope: 'Cluster' });
    }
  },
  'networking.k8s.io/NetworkPolicy': defaultNetworkPolicy,
};

function defaultService(service: JsonObject) {
  const spec = ensure(service, 'spec');
  fill(spec, { type: 'ClusterIP', sessionAffinity: 'None' });
  if (spec.sessionAffinity === 'ClientIP') {
    fill(ensure(ensure(spec, 'sessionAffinityConfig'), 'clientIP'), {
      timeoutSeconds: 10_800,
    });
  }
  for (const port of parts(spec, 'ports')) {
    fill(port, { protocol: 'TCP' });
    port.targetPort = port.targetPort || port.port;
  }
  if (spec.type !== 'ExternalName') {
    allocate(service, spec);
  }
  fill(ensure(service, 'status'), { loadBalancer: {} });
}

/** Addresses follow from the name, so that the same service keeps its own without bookkeeping. */
function allocate(service: JsonObject, spec: JsonObject) {
  const { namespace, name } = part(service, 'metadata') ?? {};
  const hash = createHash('sha256').update(`${namespace}/${name}`).digest();
  fill(spec, {
    clusterIP: `10.96.${hash[0]}.${1 + (hash[1] % 254)}`,
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
  });
  fill(spec, { clusterIPs: [spec.clusterIP!] });
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
    fill(spec, { externalTrafficPolicy: 'Cluster' });
    parts(spec, 'ports').forEach((port, index) =>
      fill(port, {
        nodePort: 30_000 + ((hash.readUInt16BE(2) + index) % 2768),
      }),
    );
  }
  if (spec.type === 'LoadBalancer') {
    fill(spec, { allocateLoadBalancerNodePorts: true });
  }
}

function defaultNetworkPolicy(policy: JsonObject) {
  const spec = ensure(policy, 'spec');
  fill(spec, { podSelector: {} });
  fill(spec, {
    policyTypes: parts(spec, 'egress').length
      ? ['Ingress', 'Egress']
      : ['Ingress'],
  });
  for (const rule of [...parts(spec, 'ingress'), ...parts(spec, 'egress')]) {
    parts(rule, 'ports').forEach(port => fill(port, { protocol: 'TCP' }));
  }
}
