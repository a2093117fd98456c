import { ContractClient } from './ContractClient';
import { configMap, deployment } from './fixtures';

const APPLY = 'apply-patch+yaml';

describe('patches', () => {
  let api: ContractClient;
  let maps: string;
  let deployments: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    const ns = await api.namespace();
    maps = `/api/v1/namespaces/${ns}/configmaps`;
    deployments = `/apis/apps/v1/namespaces/${ns}/deployments`;
  });
  afterAll(() => api.close());

  it('are of four kinds', async () => {
    await api.post(maps, configMap('a', { data: { a: '1', b: '2' } }));
    const json = await api.patch(
      `${maps}/a`,
      [
        { op: 'test', path: '/data/a', value: '1' },
        { op: 'remove', path: '/data/a' },
        { op: 'add', path: '/data/c', value: '3' },
      ],
      'json-patch+json',
    );
    expect(json.body.data).toEqual({ b: '2', c: '3' });
    const merge = await api.patch(
      `${maps}/a`,
      { data: { b: null, d: '4' } },
      'merge-patch+json',
    );
    expect(merge.body.data).toEqual({ c: '3', d: '4' });
    await api.post(deployments, deployment('a'));
    const strategic = await api.patch(
      `${deployments}/a`,
      {
        spec: {
          template: {
            spec: { containers: [{ name: 'side', image: 'example/side' }] },
          },
        },
      },
      'strategic-merge-patch+json',
    );
    expect(
      strategic.body.spec.template.spec.containers.map(
        (one: { name: string }) => one.name,
      ),
    ).toEqual(['side', 'main']);
  });

  it('are refused when they do not fit', async () => {
    await api.post(maps, configMap('b', { data: { a: '1' } }));
    const patch = (operations: object[]) =>
      api.patch(`${maps}/b`, operations, 'json-patch+json');
    expect(
      await patch([{ op: 'test', path: '/data/a', value: '2' }]),
    ).toMatchObject({ status: 422, body: { reason: 'Invalid' } });
    expect(await patch([{ op: 'remove', path: '/data/x' }])).toMatchObject({
      status: 422,
    });
    expect(await api.patch(`${maps}/b`, '{', 'merge-patch+json')).toMatchObject(
      { status: 400 },
    );
    expect(await api.patch(`${maps}/b`, {}, 'json')).toMatchObject({
      status: 415,
      body: { reason: 'UnsupportedMediaType' },
    });
    expect(
      await api.patch(`${maps}/absent`, {}, 'merge-patch+json'),
    ).toMatchObject({ status: 404 });
    expect(
      await api.patch(
        `${maps}/b`,
        { metadata: { resourceVersion: '1' } },
        'merge-patch+json',
      ),
    ).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
  });

  it('apply what a manager wants, and find who is in the way', async () => {
    const path = `${deployments}/applied`;
    const wanted = deployment('applied', { replicas: 1 });
    const created = await api.patch(`${path}?fieldManager=one`, wanted, APPLY);
    expect(created.status).toBe(201);
    expect(created.body.metadata.managedFields).toMatchObject([
      { manager: 'one', operation: 'Apply', apiVersion: 'apps/v1' },
    ]);
    const again = await api.patch(`${path}?fieldManager=one`, wanted, APPLY);
    expect(again.status).toBe(200);
    const other = deployment('applied', { replicas: 2 });
    const conflict = await api.patch(`${path}?fieldManager=two`, other, APPLY);
    expect(conflict).toMatchObject({
      status: 409,
      body: {
        reason: 'Conflict',
        message:
          'Apply failed with 1 conflict: conflict with "one": .spec.replicas',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "one"',
              field: '.spec.replicas',
            },
          ],
        },
      },
    });
    const forced = await api.patch(
      `${path}?fieldManager=two&force=true`,
      other,
      APPLY,
    );
    expect(forced.body.spec.replicas).toBe(2);
    expect(await api.patch(path, wanted, APPLY)).toMatchObject({
      status: 422,
      body: {
        message:
          'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      },
    });
  });

  it('remove what a manager no longer wants', async () => {
    const path = `${maps}/shared`;
    const apply = (manager: string, data: object) =>
      api.patch(
        `${path}?fieldManager=${manager}`,
        configMap('shared', { data }),
        APPLY,
      );
    await apply('one', { a: '1', both: 'x' });
    await apply('two', { b: '2', both: 'x' });
    const { body } = await apply('one', {});
    expect(body.data).toEqual({ b: '2', both: 'x' });
  });
});
