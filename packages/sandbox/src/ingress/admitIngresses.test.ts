import { admitIngresses } from './admitIngresses';
import { findHost, findLocation } from './Host';
import { Ingress, IngressPath } from './types';

const backend = (name: string) => ({
  service: { name, port: { number: 80 } },
});

function ingress(
  name: string,
  hosts: string[],
  options: { paths?: IngressPath[]; age?: number } = {},
): Ingress {
  const { paths = [{ path: '/', backend: backend(name) }], age = 0 } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace: 'shop',
      uid: name,
      creationTimestamp: new Date(Date.UTC(2026, 0, 10 - age)).toISOString(),
    },
    spec: { rules: hosts.map(host => ({ host, http: { paths } })) },
  };
}

describe('admitIngresses', () => {
  it('gives each host to the oldest', () => {
    const { hosts, admissions } = admitIngresses([
      ingress('young', ['a', 'b']),
      ingress('old', ['a'], { age: 2 }),
      ingress('younger', ['b'], { age: -1 }),
    ]);
    expect(hosts.get('a')!.ingress.metadata.name).toBe('old');
    expect(hosts.get('b')!.ingress.metadata.name).toBe('young');
    expect(admissions.map(({ ingress: _, ...admission }) => admission)).toEqual(
      [
        { outcome: 'admitted', warnings: [] },
        {
          outcome: 'admitted',
          warnings: ['host a is taken by another resource'],
        },
        {
          outcome: 'rejected',
          message: 'All hosts are taken by other resources',
        },
      ],
    );
  });

  it.each([
    [[], 'spec.rules: Required value'],
    [[''], 'spec.rules[0].host: Required value'],
    [['a', 'a'], 'spec.rules[1].host: Duplicate value: "a"'],
  ])('rejects the hosts %j', (hosts, error) => {
    const { admissions } = admitIngresses([ingress('bad', hosts)]);
    expect(admissions[0]).toMatchObject({
      outcome: 'rejected',
      message: `shop/bad was rejected: with error: ${error}`,
    });
  });
});

describe('findLocation', () => {
  const { hosts } = admitIngresses([
    ingress('shop', ['shop.localhost'], {
      paths: [
        { path: '/', pathType: 'Prefix', backend: backend('root') },
        { path: '/api/', pathType: 'Prefix', backend: backend('api') },
        { path: '/api/v2', pathType: 'Prefix', backend: backend('v2') },
        { path: '/api', pathType: 'Exact', backend: backend('exact') },
        { path: '/img', backend: backend('text') },
      ],
    }),
  ]);
  const serviceOf = (path: string) =>
    findLocation(hosts.get('shop.localhost')!, path)?.backend.service?.name;

  it.each([
    ['/', 'root'],
    ['/apis', 'root'],
    ['/api', 'exact'],
    ['/api/', 'api'],
    ['/api/v1', 'api'],
    ['/api/v2', 'v2'],
    ['/api/v2/x', 'v2'],
    ['/api/v22', 'api'],
    ['/imgs/x', 'text'],
  ])('%s goes to %s', (path, service) => {
    expect(serviceOf(path)).toBe(service);
  });

  it('uses the default backend for what no path covers', () => {
    const only = ingress('only', ['only'], {
      paths: [{ path: '/a', pathType: 'Exact', backend: backend('a') }],
    });
    only.spec.defaultBackend = backend('rest');
    const host = admitIngresses([only]).hosts.get('only')!;
    expect(findLocation(host, '/b')?.backend).toEqual(backend('rest'));
  });
});

describe('findHost', () => {
  const { hosts } = admitIngresses([
    ingress('any', ['*.localhost']),
    ingress('zone', ['*.dev.localhost']),
    ingress('one', ['one.dev.localhost']),
  ]);

  it.each([
    ['one.dev.localhost', 'one'],
    ['two.dev.localhost', 'zone'],
    ['a.b.dev.localhost', 'zone'],
    ['dev.localhost', 'any'],
    ['localhost', undefined],
  ])('%s is of %s', (name, expected) => {
    expect(findHost(hosts, name)?.ingress.metadata.name).toBe(expected);
  });
});
