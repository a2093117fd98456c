import { KubernetesObject, resources } from '../../client';
import { NAMESPACE, untilIssued } from '../testing/objects';
import {
  startTestCertificates,
  TestCertificates,
} from '../testing/startTestCertificates';

jest.setTimeout(60_000);

describe('ingress-shim', () => {
  let cluster: TestCertificates;

  beforeAll(async () => {
    cluster = await startTestCertificates();
  });
  afterAll(() => cluster.stop());

  function ingress(name: string, tls: object[]): KubernetesObject {
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name,
        namespace: NAMESPACE,
        labels: { team: 'shop' },
        annotations: {
          'cert-manager.io/cluster-issuer': 'letsencrypt',
          'cert-manager.io/private-key-algorithm': 'ECDSA',
        },
      },
      spec: {
        tls,
        defaultBackend: { service: { name: 'web', port: { number: 80 } } },
      },
    };
  }

  it('makes a certificate for each TLS block of an annotated Ingress', async () => {
    const hosts = ['shop.dev-1.localhost'];
    await cluster.client.create(
      resources.ingresses,
      ingress('shop', [{ hosts, secretName: 'shop-tls' }]),
    );
    const made = await untilIssued(cluster, 'shop-tls');
    expect(made.metadata).toMatchObject({
      labels: { team: 'shop' },
      ownerReferences: [{ kind: 'Ingress', name: 'shop', controller: true }],
    });
    expect(made.spec).toMatchObject({
      dnsNames: hosts,
      secretName: 'shop-tls',
      issuerRef: {
        name: 'letsencrypt',
        kind: 'ClusterIssuer',
        group: 'cert-manager.io',
      },
      usages: ['digital signature', 'key encipherment'],
    });
    await expect(
      cluster.untilEvent(
        'shop',
        'CreateCertificate: Successfully created Certificate "shop-tls"',
      ),
    ).resolves.toBeUndefined();
  });

  it('follows the Ingress, and removes what it no longer asks for', async () => {
    const { client } = cluster;
    await client.create(
      resources.ingresses,
      ingress('moves', [
        { hosts: ['a.dev-1.localhost'], secretName: 'moves-one' },
      ]),
    );
    await untilIssued(cluster, 'moves-one');
    const hosts = ['b.dev-1.localhost'];
    await client.patch(
      resources.ingresses,
      'moves',
      { spec: { tls: [{ hosts, secretName: 'moves-two' }] } },
      { namespace: NAMESPACE },
    );
    await untilIssued(cluster, 'moves-two');
    await expect(
      cluster.until(
        resources.certificates,
        'moves-one',
        found => found === undefined,
      ),
    ).resolves.toBeUndefined();
  });

  it('skips a block without hosts, with a warning', async () => {
    await cluster.client.create(
      resources.ingresses,
      ingress('bad', [{ secretName: 'bad-tls' }]),
    );
    await expect(
      cluster.untilEvent(
        'bad',
        'BadConfig: Skipped a TLS block: spec.tls[0].hosts: Required value',
      ),
    ).resolves.toBeUndefined();
  });
});
