import { serviceManifest } from '../testing/manifests';
import { Pod } from '../types';
import { endpointSlicesOf } from './endpointSlicesOf';

function pod(
  name: string,
  options: { port?: number; ready?: boolean; deleted?: boolean } = {},
): Pod {
  const { port = 8080, ready = true, deleted } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop-dev',
      uid: name,
      deletionTimestamp: deleted ? '2026-11-22T10:00:00Z' : undefined,
    },
    spec: {
      nodeName: 'dev-1-worker-0',
      containers: [
        {
          name: 'app',
          image: 'x',
          ports: [{ name: 'http', containerPort: port }],
        },
      ],
    },
    status: {
      phase: 'Running',
      podIP: `10.244.0.${name.length}`,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  };
}

describe('endpointSlicesOf', () => {
  const service = serviceManifest('shop');

  it('tells ready, serving and terminating apart', () => {
    const [slice, ...others] = endpointSlicesOf(service, [
      pod('a'),
      pod('bb', { ready: false }),
      pod('ccc', { deleted: true }),
    ]);
    expect(others).toEqual([]);
    expect(slice.endpoints.map(e => e.conditions)).toEqual([
      { ready: true, serving: true, terminating: false },
      { ready: false, serving: false, terminating: false },
      { ready: false, serving: true, terminating: true },
    ]);
    expect(slice.endpoints[0]).toMatchObject({
      addresses: ['10.244.0.1'],
      nodeName: 'dev-1-worker-0',
      targetRef: { kind: 'Pod', name: 'a', uid: 'a' },
    });
    expect(slice.metadata.labels).toMatchObject({
      'kubernetes.io/service-name': 'shop',
    });
  });

  it('makes one slice for each number that a named port has', () => {
    const slices = endpointSlicesOf(service, [
      pod('a'),
      pod('bb', { port: 9090 }),
    ]);
    expect(slices.map(slice => slice.ports[0].port)).toEqual([8080, 9090]);
  });

  it('lists nothing that has no address or has ended', () => {
    const starting = { ...pod('a'), status: { phase: 'Pending' as const } };
    const done = pod('bb');
    done.status!.phase = 'Succeeded';
    const [slice] = endpointSlicesOf(service, [starting, done]);
    expect(slice.endpoints).toEqual([]);
  });
});
