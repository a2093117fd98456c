import { ContractClient } from './ContractClient';
import { configMap } from './fixtures';

// Controllers of a real cluster take their time.
jest.setTimeout(30_000);

describe('deletion', () => {
  let api: ContractClient;
  let ns: string;
  let maps: string;
  beforeEach(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    maps = `/api/v1/namespaces/${ns}/configmaps`;
  });
  afterEach(() => api.close());

  async function owned(name: string, owner: string, block = true) {
    const { body } = await api.get(`${maps}/${owner}`);
    return api.post(maps, {
      ...configMap(name),
      metadata: {
        name,
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: owner,
            uid: body.metadata.uid,
            blockOwnerDeletion: block,
          },
        ],
      },
    });
  }
  const gone = (name: string) =>
    api.until(`${maps}/${name}`, ({ status }) => status === 404);
  const finalizers = (name: string, values: string[]) =>
    api.patch(
      `${maps}/${name}`,
      { metadata: { finalizers: values } },
      'merge-patch+json',
    );

  it('waits for finalizers', async () => {
    await api.post(maps, {
      ...configMap('held'),
      metadata: { name: 'held', finalizers: ['example.dev/hold'] },
    });
    const marked = await api.delete(`${maps}/held`);
    expect(marked).toMatchObject({
      status: 200,
      body: {
        kind: 'ConfigMap',
        metadata: {
          deletionTimestamp: expect.any(String),
          deletionGracePeriodSeconds: 0,
          finalizers: ['example.dev/hold'],
        },
      },
    });
    expect(
      await finalizers('held', ['example.dev/hold', 'example.dev/more']),
    ).toMatchObject({ status: 422, body: { reason: 'Invalid' } });
    expect((await finalizers('held', [])).status).toBe(200);
    expect((await api.get(`${maps}/held`)).status).toBe(404);
  });

  it('in the background takes dependents with it', async () => {
    await api.post(maps, configMap('owner'));
    await owned('child', 'owner');
    await owned('grandchild', 'child');
    expect((await api.delete(`${maps}/owner`)).body.status).toBe('Success');
    expect((await gone('child')).status).toBe(404);
    expect((await gone('grandchild')).status).toBe(404);
  });

  it('in the foreground waits for dependents', async () => {
    await api.post(maps, configMap('owner'));
    await owned('child', 'owner');
    await finalizers('child', ['example.dev/hold']);
    const { body } = await api.delete(`${maps}/owner`, {
      propagationPolicy: 'Foreground',
    });
    expect(body.metadata.finalizers).toEqual(['foregroundDeletion']);
    await api.until(
      `${maps}/child`,
      answer => answer.body.metadata?.deletionTimestamp !== undefined,
    );
    expect((await api.get(`${maps}/owner`)).status).toBe(200);
    await finalizers('child', []);
    await gone('owner');
  });

  it('can leave orphans', async () => {
    await api.post(maps, configMap('owner'));
    await owned('child', 'owner');
    await api.delete(`${maps}/owner`, { propagationPolicy: 'Orphan' });
    await gone('owner');
    const { body } = await api.get(`${maps}/child`);
    expect(body.metadata.ownerReferences).toBeUndefined();
  });

  it('finds those whose owner never was', async () => {
    await api.post(maps, {
      ...configMap('stray'),
      metadata: {
        name: 'stray',
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'nobody',
            uid: '00000000-0000-0000-0000-000000000000',
          },
        ],
      },
    });
    expect((await gone('stray')).status).toBe(404);
  });

  it('of a namespace empties it and refuses what is new', async () => {
    const doomed = await api.namespace();
    const inside = `/api/v1/namespaces/${doomed}/configmaps`;
    await api.post(inside, {
      ...configMap('held'),
      metadata: { name: 'held', finalizers: ['example.dev/hold'] },
    });
    await api.post(inside, configMap('free'));
    const { body } = await api.delete(`/api/v1/namespaces/${doomed}`);
    expect(body).toMatchObject({
      kind: 'Namespace',
      metadata: { deletionTimestamp: expect.any(String) },
      status: { phase: 'Terminating' },
    });
    await api.until(`${inside}/free`, ({ status }) => status === 404);
    expect(await api.post(inside, configMap('late'))).toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message: `configmaps "late" is forbidden: unable to create new content in namespace ${doomed} because it is being terminated`,
        details: {
          name: 'late',
          kind: 'configmaps',
          causes: [
            {
              reason: 'NamespaceTerminating',
              message: `namespace ${doomed} is being terminated`,
              field: 'metadata.namespace',
            },
          ],
        },
      },
    });
    const left = await api.until(`/api/v1/namespaces/${doomed}`, answer =>
      answer.body.status?.conditions?.some(
        (one: { type: string; status: string }) =>
          one.type === 'NamespaceFinalizersRemaining' && one.status === 'True',
      ),
    );
    expect(left.body.status.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'NamespaceContentRemaining',
          status: 'True',
          reason: 'SomeResourcesRemain',
          message:
            'Some resources are remaining: configmaps. has 1 resource instances',
        }),
        expect.objectContaining({
          reason: 'SomeFinalizersRemain',
          message:
            'Some content in the namespace has finalizers remaining: example.dev/hold in 1 resource instances',
        }),
      ]),
    );
    await api.patch(
      `${inside}/held`,
      { metadata: { finalizers: [] } },
      'merge-patch+json',
    );
    await api.until(
      `/api/v1/namespaces/${doomed}`,
      ({ status }) => status === 404,
    );
  });
});
