import { ContractClient } from './ContractClient';
import { thingDefinition } from './fixtures';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

describe('custom resources', () => {
  let api: ContractClient;
  let ns: string;
  const definition = thingDefinition();
  const { group } = definition.spec;
  let things: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    things = `/apis/${group}/v1/namespaces/${ns}/things`;
    await api.post(DEFINITIONS, definition);
    await api.until(things, ({ status }) => status === 200);
  });
  afterAll(async () => {
    await api.delete(`${DEFINITIONS}/things.${group}`);
    await api.close();
  });

  const thing = (name: string, spec: object) => ({
    apiVersion: `${group}/v1`,
    kind: 'Thing',
    metadata: { name },
    spec,
  });

  it('are served as soon as they are defined', async () => {
    const { body } = await api.get(`${DEFINITIONS}/things.${group}`);
    expect(body).toMatchObject({
      metadata: { generation: 1 },
      status: {
        acceptedNames: {
          kind: 'Thing',
          listKind: 'ThingList',
          plural: 'things',
          singular: 'thing',
        },
        conditions: [
          { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts' },
          {
            type: 'Established',
            status: 'True',
            reason: 'InitialNamesAccepted',
          },
        ],
        storedVersions: ['v1'],
      },
    });
    const discovered = await api.until(
      `/apis/${group}/v1`,
      ({ status }) => status === 200,
    );
    expect(discovered.body.resources).toMatchObject([
      {
        name: 'things',
        singularName: 'thing',
        namespaced: true,
        kind: 'Thing',
      },
      { name: 'things/status', kind: 'Thing' },
    ]);
  });

  it('are checked, filled in and pruned by their schema', async () => {
    const created = await api.post(
      things,
      thing('a', { size: 1, unknown: true, free: { any: [1] } }),
    );
    expect(created.status).toBe(201);
    expect(created.body.spec).toEqual({
      size: 1,
      colour: 'green',
      free: { any: [1] },
    });
    expect(created.headers.warning).toBe(
      '299 - "unknown field \\"spec.unknown\\""',
    );
    expect(await api.post(things, thing('b', {}))).toMatchObject({
      status: 422,
      body: {
        message:
          'Thing.GROUP "b" is invalid: spec.size: Required value'.replace(
            'GROUP',
            group,
          ),
        details: {
          name: 'b',
          group,
          kind: 'Thing',
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value',
              field: 'spec.size',
            },
          ],
        },
      },
    });
    expect(await api.post(things, thing('b', { size: 'x' }))).toMatchObject({
      status: 422,
      body: {
        details: {
          causes: [
            {
              reason: 'FieldValueTypeInvalid',
              message:
                'Invalid value: "string": spec.size in body must be of type integer: "string"',
              field: 'spec.size',
            },
          ],
        },
      },
    });
    expect(
      await api.post(
        `${things}?fieldValidation=Strict`,
        thing('b', { size: 1, x: 1 }),
      ),
    ).toMatchObject({
      status: 400,
      body: {
        message:
          'Thing in version "v1" cannot be handled as a Thing: strict decoding error: unknown field "spec.x"',
      },
    });
  });

  it('have a status of their own and count generations', async () => {
    const { body } = await api.post(things, {
      ...thing('s', { size: 1 }),
      status: { phase: 'Ready' },
    });
    expect(body.status).toBeUndefined();
    expect(body.metadata.generation).toBe(1);
    const written = await api.put(`${things}/s/status`, {
      ...body,
      spec: { size: 9 },
      metadata: { ...body.metadata, labels: { a: 'b' } },
      status: { phase: 'Ready' },
    });
    expect(written.body).toMatchObject({
      spec: { size: 1 },
      status: { phase: 'Ready' },
      metadata: { generation: 1 },
    });
    expect(written.body.metadata.labels).toBeUndefined();
    const grown = await api.patch(
      `${things}/s`,
      { spec: { size: 2 }, status: null },
      'merge-patch+json',
    );
    expect(grown.body).toMatchObject({
      metadata: { generation: 2 },
      status: { phase: 'Ready' },
    });
    expect(await api.put(`${things}/s`, thing('s', { size: 3 }))).toMatchObject(
      {
        status: 422,
        body: {
          message: `things.${group} "s" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update`,
        },
      },
    );
    expect(
      await api.patch(`${things}/s`, {}, 'strategic-merge-patch+json'),
    ).toMatchObject({
      status: 415,
      body: {
        message:
          'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
      },
    });
  });

  it('are printed by the columns of the definition', async () => {
    await api.post(things, thing('p', { size: 4 }));
    await api.patch(
      `${things}/p/status`,
      { status: { conditions: [{ type: 'Ready', status: 'False' }] } },
      'merge-patch+json',
    );
    const { body } = await api.get(`${things}/p`, {
      accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
    });
    expect(
      body.columnDefinitions.map((one: { name: string }) => one.name),
    ).toEqual(['Name', 'Size', 'Ready']);
    expect(body.rows[0].cells).toEqual(['p', 4, 'False']);
  });
});
