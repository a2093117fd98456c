import 'reflect-metadata';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { KubernetesClient, KubernetesObject, resources } from '../client';
import { ImageStore } from '../images';
import { IngressProxy, startIngress } from '../ingress';
import { ClusterOrder } from '../openstack';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { findFreePort } from '../ports/findFreePort';
import { StateFolder } from '../state/StateFolder';
import { MagnumClusters } from './MagnumClusters';

const HOUR = 3600_000;
const UUID = '6f0c1a34-5d0b-4f6f-9a5e-0f6c0d3a9b11';

// Processes start slowly where many tests share two cores.
jest.setTimeout(60_000);

describe('MagnumClusters', () => {
  const stopping = new AbortController();
  const clients: KubernetesClient[] = [];
  const now = () => new Date();
  let folder: string;
  let ca: CertificateAuthority;
  let ingress: IngressProxy;
  let firstPort: number;
  let stop: AbortController;
  let clusters: MagnumClusters;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'magnum-clusters-'));
    ca = await newCa('sandbox');
    firstPort = await findFreePort(23_410, []);
    ingress = await startIngress({
      clusters: [],
      httpPort: 0,
      httpsPort: 0,
      ca,
      signal: stopping.signal,
      log: () => {},
    });
    start();
  });
  afterAll(async () => {
    await end();
    stopping.abort();
    await ingress.stop();
    fs.rmSync(folder, { recursive: true });
  });

  function newCa(name: string) {
    return CertificateAuthority.loadOrCreate(
      StateFolder.open(path.join(folder, 'cas')),
      name,
      now(),
    );
  }

  function start() {
    stop = new AbortController();
    clusters = MagnumClusters.create({
      state: StateFolder.open(path.join(folder, 'magnum')),
      firstPort,
      images: ImageStore.create({
        state: StateFolder.open(path.join(folder, 'images')),
      }),
      ingress,
      ca,
      signal: stop.signal,
      log: () => {},
      now,
    });
  }

  async function end() {
    clients.splice(0).forEach(client => client.close());
    stop.abort();
    await clusters.settled();
  }

  const group = (name: string, role: string, nodes: string[]) => ({
    name,
    role,
    flavor: 'm1.small',
    nodes,
    nodeLabels: {},
    nodeTaints: [],
  });
  const nodeGroups = [
    group('default-master', 'master', ['team-a-x-master-0']),
    group('default-worker', 'worker', ['team-a-x-node-0']),
  ];
  async function order(change: Partial<ClusterOrder> = {}) {
    return {
      uuid: UUID,
      name: 'team-a',
      ca: await newCa('team-a'),
      nodeGroups,
      labels: { 'slipway.dev/zone': 'team-a.localhost' },
      version: 'v1.35.5',
      ...change,
    };
  }
  const create = async (change: Partial<ClusterOrder> = {}) =>
    clusters.create(await order(change), stop.signal);

  /** A client with the certificate that Magnum would sign. */
  async function adminOf(
    server: string,
    { ca: signer }: { ca: CertificateAuthority },
  ): Promise<KubernetesClient> {
    const pair = await signer.issue({
      subject: 'O=system:masters,CN=admin',
      notBefore: new Date(Date.now() - HOUR),
      notAfter: new Date(Date.now() + HOUR),
    });
    return connect(server, signer, {
      token: '',
      clientCertificate: {
        certPem: pair.certificatePem,
        keyPem: pair.privateKeyPem,
      },
    });
  }

  function connect(
    server: string,
    signer: CertificateAuthority,
    credentials: Pick<
      Parameters<typeof KubernetesClient.create>[0],
      'token' | 'clientCertificate'
    >,
  ) {
    const client = KubernetesClient.create({
      name: 'team-a',
      server,
      caPem: signer.certificatePem,
      manager: 'test',
      ...credentials,
    });
    clients.push(client);
    return client;
  }

  const nodesOf = async (client: KubernetesClient) =>
    (await client.list(resources.nodes)).items.map(
      ({ metadata }) => metadata.name,
    );

  /** Asks until the answer is as wanted. */
  async function until<T>(
    ask: () => Promise<T>,
    isSo: (answer: T) => boolean,
  ): Promise<T> {
    const answer = await ask();
    return isSo(answer) ? answer : until(ask, isSo);
  }

  it('makes a cluster that opens with a certificate of its CA', async () => {
    const { apiAddress } = await create();
    expect(apiAddress).toBe(`https://127.0.0.1:${firstPort}`);
    const admin = await adminOf(apiAddress, await order());
    expect(await nodesOf(admin)).toEqual([
      'team-a-x-master-0',
      'team-a-x-node-0',
    ]);
    expect(await admin.request('/version')).toMatchObject({
      gitVersion: 'v1.35.5',
    });
    expect(await clusters.health(UUID)).toEqual({
      api: 'ok',
      nodes: { 'team-a-x-master-0': true, 'team-a-x-node-0': true },
    });
    expect(await create()).toEqual({ apiAddress });
  });

  it('lets accounts in that the administrator makes, as far as their roles go', async () => {
    const { apiAddress } = await create();
    const admin = await adminOf(apiAddress, await order());
    const { items } = await admin.list(resources.serviceAccounts, {
      namespace: 'kube-system',
    });
    expect(items.map(({ metadata }) => metadata.name)).toEqual(['default']);
    const api = 'rbac.authorization.k8s.io';
    const metadata = { name: 'reader', namespace: 'kube-system' };
    await admin.create(resources.serviceAccounts, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
    });
    await admin.create(resources.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/service-account-token',
      metadata: {
        ...metadata,
        annotations: { 'kubernetes.io/service-account.name': 'reader' },
      },
    });
    await admin.request(`/apis/${api}/v1/clusterrolebindings`, {
      method: 'POST',
      body: {
        apiVersion: `${api}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name: 'reader' },
        roleRef: { apiGroup: api, kind: 'ClusterRole', name: 'view' },
        subjects: [{ kind: 'ServiceAccount', ...metadata }],
      },
    });
    const secret = await admin.get<
      KubernetesObject & { data: Record<string, string> }
    >(resources.secrets, 'reader', 'kube-system');
    const read = (key: string) =>
      Buffer.from(secret!.data[key], 'base64').toString();
    expect(read('ca.crt')).toBe((await order()).ca.certificatePem);
    const reader = connect(apiAddress, (await order()).ca, {
      token: read('token'),
    });
    expect((await reader.list(resources.pods)).items).toEqual([]);
    await expect(reader.list(resources.secrets)).rejects.toMatchObject({
      code: 403,
    });
  });

  it('serves its zone with a certificate', async () => {
    const { apiAddress } = await create();
    const admin = await adminOf(apiAddress, await order());
    await until(
      () => admin.get(resources.secrets, 'wildcard-tls', 'ingress-nginx'),
      secret => secret !== undefined,
    );
    const classes = await admin.list(resources.ingressClasses);
    expect(classes.items.map(({ metadata }) => metadata.name)).toEqual([
      'nginx',
    ]);
  });

  it('comes back where it was, with what it held', async () => {
    const { apiAddress } = await create();
    await end();
    start();
    expect(await clusters.health(UUID)).toMatchObject({ nodes: {} });
    expect(await create()).toEqual({ apiAddress });
    const admin = await adminOf(apiAddress, await order());
    expect(
      await admin.get(resources.serviceAccounts, 'reader', 'kube-system'),
    ).toBeDefined();
  });

  it('says who has its port when it cannot come back', async () => {
    await end();
    start();
    const other = net.createServer();
    await new Promise<void>(resolve => {
      other.listen(firstPort, '127.0.0.1', resolve);
    });
    await expect(create()).rejects.toThrow(
      new RegExp(
        `Port ${firstPort} \\(team-a\\) is taken by .*\\(process ${process.pid}\\)`,
      ),
    );
    await new Promise(resolve => other.close(resolve));
    expect(await create()).toEqual({
      apiAddress: `https://127.0.0.1:${firstPort}`,
    });
  });

  it('gains and loses nodes, and becomes another version', async () => {
    const { apiAddress } = await create();
    const admin = await adminOf(apiAddress, await order());
    const more = ['team-a-x-node-0', 'team-a-x-node-1', 'team-a-x-node-2'];
    await clusters.update(UUID, {
      nodeGroups: [nodeGroups[0], group('default-worker', 'worker', more)],
      version: 'v1.36.2',
    });
    expect(await nodesOf(admin)).toEqual(['team-a-x-master-0', ...more]);
    expect(await admin.request('/version')).toMatchObject({ minor: '36' });
    await clusters.update(UUID, { nodeGroups, version: 'v1.36.2' });
    expect(await nodesOf(admin)).toEqual([
      'team-a-x-master-0',
      'team-a-x-node-0',
    ]);
  });

  it('takes a new CA, which its accounts hear of', async () => {
    const before = await adminOf((await create()).apiAddress, await order());
    const next = await newCa('team-a-2');
    await clusters.rotateCa(UUID, next);
    const { apiAddress } = await create();
    await expect(before.list(resources.nodes)).rejects.toThrow();
    const admin = await adminOf(apiAddress, { ca: next });
    const secret = await admin.get<
      KubernetesObject & { data: Record<string, string> }
    >(resources.secrets, 'reader', 'kube-system');
    expect(Buffer.from(secret!.data['ca.crt'], 'base64').toString()).toBe(
      next.certificatePem,
    );
    const published = await admin.get<
      KubernetesObject & { data: Record<string, string> }
    >(resources.configMaps, 'kube-root-ca.crt', 'default');
    expect(published!.data['ca.crt']).toBe(next.certificatePem);
  });

  it('says what is wrong with an API that does not answer', async () => {
    await create();
    const [{ cluster }] = clusters.members();
    await cluster.api.setFault('gone');
    expect(await clusters.health(UUID)).toEqual({
      api: expect.stringContaining('ECONNREFUSED'),
      nodes: {},
    });
    await cluster.api.setFault('none');
    expect((await clusters.health(UUID)).api).toBe('ok');
  });

  it('leaves nothing of a cluster that is deleted, also before it is up', async () => {
    await clusters.delete(UUID);
    expect(clusters.members()).toEqual([]);
    const other = '0d4f1c9e-6a51-4a0e-a6c8-111111111111';
    const ordered = await order({ uuid: other, name: 'team-b', labels: {} });
    const creating = clusters.create(ordered, stop.signal);
    creating.catch(() => {});
    await clusters.delete(other);
    await expect(creating).rejects.toThrow();
    await clusters.delete('0d4f1c9e-6a51-4a0e-a6c8-222222222222');
    expect(fs.readdirSync(path.join(folder, 'magnum'))).toEqual(['ports.json']);
    expect(
      fs.readFileSync(path.join(folder, 'magnum', 'ports.json'), 'utf8'),
    ).toBe('{}\n');
    // Its port is free for the next.
    const { apiAddress } = await create({ uuid: other, name: 'team-b' });
    expect(apiAddress).toBe(`https://127.0.0.1:${firstPort}`);
    await clusters.delete(other);
  });
});
