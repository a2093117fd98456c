import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { KubernetesClient, KubernetesObject, resources } from '../client';
import { RecordedCloud } from '../openstack/types';
import { StateFolder } from '../state/StateFolder';
import { Exhibit, Museum, MuseumOptions } from './Museum';

// The real time: TLS clients look at it too.
const NOW = new Date();

const HOUR_MS = 3_600_000;

const scenario = {
  scenario: 'quota-blocks-scale-up',
  story: 'Nothing more fits.',
  now: '2026-11-22T10:00:00Z',
  clusters: [
    {
      name: 'prod-1',
      reachable: true,
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'shop', uid: 'aaaa', resourceVersion: '7' },
          status: { phase: 'Active' },
        },
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: {
            name: 'web',
            namespace: 'shop',
            uid: 'bbbb',
            creationTimestamp: '2026-11-22T09:00:00Z',
          },
          spec: { replicas: 3 },
          status: { readyReplicas: 1 },
        },
        {
          apiVersion: 'cert-manager.io/v1',
          kind: 'Certificate',
          metadata: { name: 'web-tls', namespace: 'shop' },
          status: { conditions: [{ type: 'Ready', status: 'False' }] },
        },
      ],
    },
    { name: 'prod-2', reachable: false, objects: [] },
  ],
};

describe('Museum', () => {
  let folder: string;
  let stopping: AbortController;
  let cloud: RecordedCloud | undefined;
  let registered: Exhibit[];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-museum-'));
    stopping = new AbortController();
    registered = [];
    cloud = undefined;
  });

  afterEach(async () => {
    stopping.abort();
    fs.rmSync(folder, { recursive: true });
  });

  const write = (content: unknown) => {
    const file = path.join(folder, 'scenario.yaml');
    fs.writeFileSync(
      file,
      typeof content === 'string' ? content : stringify(content),
    );
    return file;
  };

  const create = (options: Partial<MuseumOptions> = {}) =>
    Museum.create({
      state: StateFolder.open(path.join(folder, 'state')),
      firstPort: 0,
      signal: stopping.signal,
      log: () => {},
      now: () => NOW,
      taken: () => ['platform'],
      showCloud: records => {
        cloud = records;
      },
      register: async exhibit => void registered.push(exhibit),
      unregister: async name => {
        registered = registered.filter(known => known.name !== name);
      },
      ...options,
    });

  it('shows a scenario as it was recorded, at the present time', async () => {
    const museum = create();
    const single = { ...scenario, clusters: [scenario.clusters[0]] };
    const said = await museum.show(write(single));
    expect(said).toContain('quota-blocks-scale-up: Nothing more fits.');
    expect(registered.map(({ name }) => name)).toEqual(['prod-1']);

    const kubeconfig = /--kubeconfig "(.+?)"/.exec(said)![1];
    const client = KubernetesClient.fromKubeconfig(kubeconfig, 'test');
    const web = await client.get<
      KubernetesObject & { status: { readyReplicas: number } }
    >(resources.deployments, 'web', 'shop');
    expect(web?.metadata.uid).toBe('bbbb');
    expect(web?.metadata.creationTimestamp).toBe(
      `${new Date(NOW.getTime() - HOUR_MS).toISOString().split('.')[0]}Z`,
    );
    expect(web?.status.readyReplicas).toBe(1);
    const tls = await client.get(resources.certificates, 'web-tls', 'shop');
    expect(tls?.status).toEqual({
      conditions: [{ type: 'Ready', status: 'False' }],
    });
    client.close();

    await museum.clear();
    expect(registered).toEqual([]);
  });

  const readerOf = ({ name, api, readerToken }: Exhibit) =>
    KubernetesClient.create({
      name,
      server: api.url,
      caPem: api.caPem,
      token: readerToken,
      manager: 'test',
    });

  it('keeps uid and version, and adds nothing', async () => {
    const museum = create();
    const single = { ...scenario, clusters: [scenario.clusters[0]] };
    await museum.show(write(single));
    const reader = readerOf(registered[0]);
    const shop = await reader.get(resources.namespaces, 'shop');
    expect(shop?.metadata).toMatchObject({ uid: 'aaaa', resourceVersion: '7' });
    const { items } = await reader.list(resources.configMaps, {
      namespace: 'shop',
    });
    expect(items).toEqual([]);
    // Served though the scenario has none: it is known that there are none.
    const orders = await reader.list(resources.orders);
    expect(orders.items).toEqual([]);
    reader.close();
    await museum.clear();
  });

  it('lets the reader read all but what is forbidden', async () => {
    const museum = create();
    const [cluster] = scenario.clusters;
    const closed = { ...cluster, name: 'closed', forbidden: ['secrets'] };
    await museum.show(write({ ...scenario, clusters: [cluster, closed] }));
    const [open, shut] = registered.map(readerOf);
    expect((await open.list(resources.secrets)).items).toEqual([]);
    await expect(shut.list(resources.secrets)).rejects.toMatchObject({
      code: 403,
      message:
        'secrets is forbidden: User "reader" cannot list resource "secrets" in API group "" at the cluster scope',
    });
    await expect(
      shut.get(resources.secrets, 'web-tls', 'shop'),
    ).rejects.toMatchObject({ code: 403 });
    await expect(
      shut.watch(resources.secrets, { resourceVersion: '1' }).next(),
    ).rejects.toMatchObject({ code: 403 });
    expect((await shut.list(resources.certificates)).items).toHaveLength(1);
    open.close();
    shut.close();
    await museum.clear();
  });

  it('closes what cannot be reached once it was read', async () => {
    const museum = create({ unreachableAfterMs: 0 });
    await museum.show(write({ ...scenario, clusters: [scenario.clusters[1]] }));
    expect(registered.map(({ name }) => name)).toEqual(['prod-2']);
    const reader = readerOf(registered[0]);
    // Cut off first, refused from then on.
    let refused = '';
    while (!refused.includes('ECONNREFUSED')) {
      refused = await reader.list(resources.pods).then(
        () => '',
        error => String(error),
      );
    }
    reader.close();
    await museum.clear();
  });

  it('shows what a cloud answered, at the present time, and ends that', async () => {
    const museum = create();
    const text = '2026-11-22T09:59:51+00:00';
    const openstack = {
      cloud: 'cloud-a',
      clusters: [{ uuid: 'u', created_at: text, status: 'CREATE_FAILED' }],
    };
    const said = await museum.show(
      write({
        ...scenario,
        now: '2026-11-22T10:00:00Z',
        clusters: [],
        openstack,
      }),
    );
    expect(said).toContain('shown as cloud museum');
    const at = new Date(NOW.getTime() - 9_000).toISOString().split('.')[0];
    expect(cloud).toEqual({
      cloud: 'cloud-a',
      clusters: [
        { uuid: 'u', created_at: `${at}+00:00`, status: 'CREATE_FAILED' },
      ],
      nodegroups: {},
      clustertemplates: [],
      quotas: {},
      stats: {},
    });
    expect(await museum.clear()).toBe('The museum is empty.');
    expect(cloud).toBeUndefined();
    expect(await museum.clear()).toBe('The museum was empty.');
  });

  it('takes no name of another cluster', async () => {
    const clusters = [{ name: 'platform', objects: [] }];
    await expect(
      create().show(write({ ...scenario, clusters })),
    ).rejects.toThrow('There is a cluster platform already.');
  });

  it.each([
    ['a: [', 'is not YAML'],
    ['just text', 'is no scenario'],
    [{ ...scenario, clusters: [] }, 'has no clusters'],
    [{ ...scenario, openstack: {} }, 'needs the name of its cloud'],
    [
      { ...scenario, clusters: [{ name: 'x', objects: [{ kind: 'Pod' }] }] },
      'every object needs apiVersion',
    ],
  ])('refuses %j in words', async (content, message) => {
    await expect(create().show(write(content))).rejects.toThrow(message);
  });

  it('says when the file is not there', async () => {
    await expect(create().show('/none.yaml')).rejects.toThrow('cannot be read');
  });
});
