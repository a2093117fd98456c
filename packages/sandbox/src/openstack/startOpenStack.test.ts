import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { openStackFaults } from './openStackFaults';
import { pick } from './testing/pick';
import { startTestCloud, TestCloud } from './testing/startTestCloud';

describe('a cloud', () => {
  let cloud: TestCloud;

  beforeEach(async () => {
    cloud = await startTestCloud();
  });

  afterEach(() => cloud.stop());

  it('answers to its own names only', async () => {
    const status = await new Promise(resolve =>
      http
        .get(
          `${cloud.openstack.url}/identity/v3`,
          { headers: { host: `evil.example:${cloud.openstack.port}` } },
          response => {
            response.resume();
            resolve(response.statusCode);
          },
        )
        .end(),
    );
    expect(status).toBe(421);
  });

  it('says what there is to choose from, behind a token', async () => {
    const { slipway } = cloud;
    const ask = async (asked: string) => (await slipway.ask('GET', asked)).body;
    expect(await ask('/compute/v2.1/flavors/detail')).toMatchObject({
      flavors: [
        { name: 'm1.small', vcpus: 1, ram: 2048 },
        { name: 'm1.medium' },
        { name: 'm1.large' },
        { name: 'm1.xlarge' },
      ],
    });
    expect(await ask('/compute/v2.1/os-keypairs')).toMatchObject({
      keypairs: [{ keypair: { name: 'platform' } }],
    });
    expect(await ask('/compute/v2.1/os-availability-zone')).toMatchObject({
      availabilityZoneInfo: [{ zoneName: 'nova' }],
    });
    expect(
      await ask('/network/v2.0/networks?router:external=True'),
    ).toMatchObject({ networks: [{ name: 'public' }] });
    expect(await ask('/network/v2.0/subnets')).toMatchObject({
      subnets: [{ cidr: '203.0.113.0/24' }, { cidr: '10.0.0.0/22' }],
    });
    expect(await ask('/image/v2/images')).toMatchObject({
      images: [
        { os_distro: 'fedora-coreos', kube_version: 'v1.35.5' },
        { kube_version: 'v1.36.2' },
        { name: 'ubuntu-24.04' },
      ],
    });
    expect(
      (await fetch(`${cloud.openstack.url}/compute/v2.1/flavors`)).status,
    ).toBe(401);
    expect((await slipway.ask('GET', '/compute/v2.1/flavors/9')).status).toBe(
      404,
    );
  });

  it('counts what clusters use', async () => {
    const { slipway } = cloud;
    await slipway.magnum('POST', '/clusters', {
      name: 'user',
      cluster_template_id: 'k8s-v1.36',
      node_count: 2,
    });
    await cloud.until(
      () => slipway.magnum('GET', '/clusters/user'),
      answer => pick(answer, 'status') === 'CREATE_COMPLETE',
    );
    const limits = await slipway.ask('GET', '/compute/v2.1/limits');
    expect(pick(limits, 'limits', 'absolute')).toMatchObject({
      maxTotalCores: 400,
      totalCoresUsed: 6,
      totalRAMUsed: 12_288,
      totalInstancesUsed: 3,
    });
    const quota = await slipway.ask(
      'GET',
      '/network/v2.0/quotas/any/details.json',
    );
    expect(pick(quota, 'quota', 'floatingip')).toEqual({
      limit: 100,
      used: 1,
      reserved: 0,
    });
    const volumes = await slipway.ask('GET', '/volume/v3/any/limits');
    expect(pick(volumes, 'limits', 'absolute', 'totalVolumesUsed')).toBe(0);
  });

  it('adopts a cluster once, and signs with the CA it has', async () => {
    const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-adopted-'));
    const ca = await CertificateAuthority.loadOrCreate(
      StateFolder.open(temp),
      'dev-1',
      new Date(),
    );
    const adopt = () =>
      cloud.openstack.adopt({
        name: 'dev-1',
        project: 'acme',
        user: 'slipway',
        template: 'k8s-v1.35',
        ca,
        apiAddress: 'https://127.0.0.1:7415',
        nodeCount: 2,
        labels: { team: 'all' },
      });
    const { uuid } = await adopt();
    const askForCa = () => cloud.slipway.magnum('GET', '/certificates/dev-1');
    await cloud.restart();
    expect((await askForCa()).status).toBe(503);
    expect(await adopt()).toEqual({ uuid });
    expect(
      (await cloud.slipway.magnum('GET', '/clusters/dev-1')).body,
    ).toMatchObject({
      uuid,
      status: 'CREATE_COMPLETE',
      api_address: 'https://127.0.0.1:7415',
      coe_version: 'v1.35.5',
      node_count: 2,
      labels: { team: 'all', kube_tag: 'v1.35.5' },
    });
    const rotated = await cloud.slipway.magnum('PATCH', '/certificates/dev-1');
    expect(rotated.status).toBe(400);
    expect(pick(await askForCa(), 'pem')).toBe(ca.certificatePem);
    // Whoever adopted it runs it.
    expect(cloud.backend.calls).toEqual([]);
    fs.rmSync(temp, { recursive: true });
  });

  it.each([
    ['503', 503, 'No server is available'],
    ['500', 500, '"code":"server"'],
  ])('has a Magnum that can be down with %s', async (target, status, text) => {
    const faults = openStackFaults(cloud.openstack);
    const down = faults.find(({ name }) => name === 'magnum-down')!;
    await down.break(target);
    const answer = await cloud.slipway.magnum('GET', '/clusters');
    expect(answer.status).toBe(status);
    expect(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body),
    ).toContain(text);
    expect((await cloud.slipway.ask('GET', '/identity/v3')).status).toBe(200);
    await down.heal(target);
    expect((await cloud.slipway.magnum('GET', '/clusters')).status).toBe(200);
  });

  it('has a Magnum that can hang up or say nothing', async () => {
    const { openstack, slipway } = cloud;
    openstack.setFault('magnum-down', true, 'closes');
    await expect(slipway.magnum('GET', '/clusters')).rejects.toThrow();
    openstack.setFault('magnum-down', false, 'closes');
    openstack.setFault('magnum-down', true, 'hangs');
    await expect(
      fetch(`${openstack.url}/container-infra/`, {
        signal: AbortSignal.timeout(200),
      }),
    ).rejects.toThrow(/timeout/);
  });
});
