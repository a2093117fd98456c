import { ContractClient } from './ContractClient';
import { configMap, deployment } from './fixtures';

describe('objects', () => {
  let api: ContractClient;
  let ns: string;
  let maps: string;
  let deployments: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    maps = `/api/v1/namespaces/${ns}/configmaps`;
    deployments = `/apis/apps/v1/namespaces/${ns}/deployments`;
  });
  afterAll(() => api.close());

  it('are created, read, replaced and deleted', async () => {
    const created = await api.post(maps, configMap('a', { data: { k: '1' } }));
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'a',
        namespace: ns,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(/^[^.]+Z$/),
        managedFields: [
          {
            manager: 'contract',
            operation: 'Update',
            apiVersion: 'v1',
            fieldsType: 'FieldsV1',
            fieldsV1: { 'f:data': { '.': {}, 'f:k': {} } },
          },
        ],
      },
      data: { k: '1' },
    });
    expect(created.body.metadata).not.toHaveProperty('generation');
    expect((await api.get(`${maps}/a`)).body).toEqual(created.body);

    const replaced = await api.put(
      `${maps}/a`,
      configMap('a', { data: { k: '2' } }),
    );
    expect(replaced.body.data).toEqual({ k: '2' });
    expect(replaced.body.metadata.uid).toBe(created.body.metadata.uid);

    const deleted = await api.delete(`${maps}/a`);
    expect(deleted).toMatchObject({
      status: 200,
      body: {
        kind: 'Status',
        status: 'Success',
        details: {
          name: 'a',
          kind: 'configmaps',
          uid: created.body.metadata.uid,
        },
      },
    });
    expect(await api.get(`${maps}/a`)).toMatchObject({
      status: 404,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'configmaps "a" not found',
        reason: 'NotFound',
        details: { name: 'a', kind: 'configmaps' },
        code: 404,
      },
    });
  });

  it('keep their version when an update changes nothing', async () => {
    const { body } = await api.post(
      maps,
      configMap('same', { data: { a: '1' } }),
    );
    const again = await api.put(`${maps}/same`, body);
    expect(again.body.metadata.resourceVersion).toBe(
      body.metadata.resourceVersion,
    );
  });

  it('are refused when they exist, are stale or are somebody else', async () => {
    const { body } = await api.post(maps, configMap('locked'));
    expect(await api.post(maps, configMap('locked'))).toMatchObject({
      status: 409,
      body: {
        reason: 'AlreadyExists',
        message: 'configmaps "locked" already exists',
      },
    });
    await api.put(`${maps}/locked`, { ...body, data: { a: '1' } });
    expect(await api.put(`${maps}/locked`, body)).toMatchObject({
      status: 409,
      body: {
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configmaps "locked": the object has been modified; please apply your changes to the latest version and try again',
        details: { name: 'locked', kind: 'configmaps' },
      },
    });
    const uid = '00000000-0000-0000-0000-000000000000';
    expect(
      await api.put(`${maps}/locked`, {
        ...configMap('locked'),
        metadata: { name: 'locked', uid },
      }),
    ).toMatchObject({
      status: 409,
      body: {
        message: expect.stringMatching(
          `^Operation cannot be fulfilled on configmaps "locked": StorageError: invalid object, Code: 4, Key: /registry\\S*/configmaps/${ns}/locked, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${body.metadata.uid}$`,
        ),
      },
    });
    expect(
      await api.delete(`${maps}/locked`, { preconditions: { uid } }),
    ).toMatchObject({
      status: 409,
      body: {
        message: `Operation cannot be fulfilled on ConfigMap "locked": the UID in the precondition (${uid}) does not match the UID in record (${body.metadata.uid}). The object might have been deleted and then recreated`,
      },
    });
  });

  it('get generated names', async () => {
    const { body } = await api.post(maps, {
      ...configMap(''),
      metadata: { generateName: 'many-' },
    });
    expect(body.metadata.name).toMatch(/^many-[a-z0-9]{5}$/);
    expect(
      await api.post(maps, { ...configMap(''), metadata: {} }),
    ).toMatchObject({
      status: 422,
      body: {
        reason: 'Invalid',
        message:
          'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
      },
    });
  });

  it('are only tried in a dry run', async () => {
    const { status, body } = await api.post(
      `${maps}?dryRun=All`,
      configMap('dry'),
    );
    expect(status).toBe(201);
    expect(body.metadata.uid).toBeDefined();
    expect((await api.get(`${maps}/dry`)).status).toBe(404);
  });

  it('count changes of their spec as generations, and write status apart', async () => {
    const { body } = await api.post(deployments, deployment('web'));
    expect(body.metadata.generation).toBe(1);
    expect(body.spec).toMatchObject({
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 10,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        spec: {
          restartPolicy: 'Always',
          containers: [{ imagePullPolicy: 'Always' }],
        },
      },
    });
    const path = `${deployments}/web`;
    const merge = 'merge-patch+json';
    const labelled = await api.patch(
      path,
      { metadata: { labels: { a: 'b' } } },
      merge,
    );
    expect(labelled.body.metadata.generation).toBe(1);
    const paused = await api.patch(path, { spec: { paused: true } }, merge);
    expect(paused.body.metadata.generation).toBe(2);

    const ignored = await api.patch(
      path,
      { status: { replicas: 7, observedGeneration: 5 } },
      merge,
    );
    expect(ignored.status).toBe(200);
    expect(ignored.body.status?.replicas).not.toBe(7);
    const written = await api.patch(
      `${path}/status`,
      {
        spec: { paused: false },
        status: { conditions: [{ type: 'Progressing', status: 'Unknown' }] },
      },
      merge,
    );
    expect(written.body).toMatchObject({
      metadata: { generation: 2 },
      spec: { paused: true },
      status: { conditions: [{ type: 'Progressing', status: 'Unknown' }] },
    });
  });

  it('are scaled without knowing their kind', async () => {
    await api.post(deployments, deployment('scaled'));
    const path = `${deployments}/scaled/scale`;
    const { body } = await api.get(path);
    expect(body).toMatchObject({
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: { name: 'scaled' },
      spec: {},
      status: { replicas: 0, selector: 'app=scaled' },
    });
    const scaled = await api.patch(
      path,
      { spec: { replicas: 2 } },
      'merge-patch+json',
    );
    expect(scaled.body.spec).toEqual({ replicas: 2 });
    expect((await api.get(`${deployments}/scaled`)).body).toMatchObject({
      metadata: { generation: 2 },
      spec: { replicas: 2 },
    });
  });

  it('must be what they say and where the path says', async () => {
    expect(
      await api.post(maps, { apiVersion: 'v1', kind: 'Secret', metadata: {} }),
    ).toMatchObject({ status: 400, body: { reason: 'BadRequest' } });
    expect(
      await api.post(maps, {
        ...configMap('x'),
        metadata: { name: 'x', namespace: 'default' },
      }),
    ).toMatchObject({
      status: 400,
      body: {
        message:
          'the namespace of the provided object does not match the namespace sent on the request',
      },
    });
    await api.post(maps, configMap('x'));
    expect(await api.put(`${maps}/x`, configMap('y'))).toMatchObject({
      status: 400,
      body: {
        message:
          'the name of the object (y) does not match the name on the URL (x)',
      },
    });
    expect(
      await api.post(maps, {
        ...configMap('z'),
        metadata: { name: 'z', resourceVersion: '1' },
      }),
    ).toMatchObject({
      status: 500,
      body: {
        message: 'resourceVersion should not be set on objects to be created',
      },
    });
    expect(await api.post(maps, '{"kind":')).toMatchObject({
      status: 400,
      body: {
        message:
          'the object provided is unrecognized (must be of type ConfigMap): couldn\'t get version/kind; json parse error: unexpected end of JSON input ({"kind":)',
      },
    });
    expect(
      await api.post(
        `/api/v1/namespaces/absent-${ns}/configmaps`,
        configMap('x'),
      ),
    ).toMatchObject({
      status: 404,
      body: { message: `namespaces "absent-${ns}" not found` },
    });
  });

  it('are checked as Kubernetes checks them', async () => {
    const { status, body } = await api.post(deployments, {
      ...deployment('wrong', { selector: { matchLabels: { app: 'other' } } }),
    });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        reason: 'Invalid',
        message: expect.stringMatching(
          /^Deployment\.apps "wrong" is invalid: spec\.template\.metadata\.labels: Invalid value: /,
        ),
        details: {
          name: 'wrong',
          group: 'apps',
          kind: 'Deployment',
          causes: [
            {
              reason: 'FieldValueInvalid',
              field: 'spec.template.metadata.labels',
            },
          ],
        },
      },
    });
    const unknown = deployment('unknown', { colour: 'red' });
    const strict = await api.post(
      `${deployments}?fieldValidation=Strict&dryRun=All`,
      unknown,
    );
    expect(strict).toMatchObject({
      status: 400,
      body: {
        message:
          'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.colour"',
      },
    });
    const warned = await api.post(`${deployments}?dryRun=All`, unknown);
    expect(warned.status).toBe(201);
    expect(warned.headers.warning).toBe(
      '299 - "unknown field \\"spec.colour\\""',
    );
    expect(warned.body.spec).not.toHaveProperty('colour');
  });
});
