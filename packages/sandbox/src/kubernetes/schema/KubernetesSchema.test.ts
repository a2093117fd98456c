import { loadKubernetesSchema } from './loadKubernetesSchema';

const DEPLOYMENT = { group: 'apps', version: 'v1', kind: 'Deployment' };
const THING = { group: 'example.dev', version: 'v1', kind: 'Thing' };

function deployment(change: (object: any) => void = () => {}) {
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'web:1' } as object] },
      },
    },
  };
  change(object);
  return object;
}

function definition() {
  return {
    metadata: { name: 'things.example.dev' },
    spec: {
      group: 'example.dev',
      scope: 'Namespaced',
      names: { kind: 'Thing', plural: 'things' },
      versions: [
        {
          name: 'v1',
          served: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  required: ['size'],
                  properties: {
                    size: { type: 'integer', minimum: 1 },
                    mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
                    free: {
                      type: 'object',
                      'x-kubernetes-preserve-unknown-fields': true,
                    },
                    ports: {
                      type: 'array',
                      'x-kubernetes-list-type': 'map' as const,
                      'x-kubernetes-list-map-keys': ['port'],
                      items: {
                        type: 'object',
                        properties: { port: { type: 'integer' } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      ],
    },
  };
}

function thing(spec: object) {
  return {
    apiVersion: 'example.dev/v1',
    kind: 'Thing',
    metadata: { name: 'a' },
    spec,
  };
}

function createSchema() {
  const schema = loadKubernetesSchema();
  schema.addCustomResource(definition());
  return schema;
}

/** What the API server does with an object that is to be stored. */
function check(object: object, gvk = DEPLOYMENT) {
  const schema = createSchema();
  const complete = schema.applyDefaults(object, gvk);
  const { errors, ...rest } = schema.validate(complete, gvk);
  return {
    ...rest,
    errors: errors.map(({ field, message }) => `${field}: ${message}`),
  };
}

describe('KubernetesSchema', () => {
  it('knows the built-in resources', () => {
    const pods = createSchema().resources.find(r => r.plural === 'pods');
    expect(pods).toMatchObject({
      kind: 'Pod',
      shortNames: ['po'],
      namespaced: true,
      categories: ['all'],
    });
    expect(pods?.subresources.map(sub => sub.name)).toContain('log');
  });

  it('fills in what the API server fills in', () => {
    const { spec } = createSchema().applyDefaults(
      deployment(),
      DEPLOYMENT,
    ) as any;
    expect(spec).toMatchObject({
      replicas: 1,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        spec: {
          restartPolicy: 'Always',
          containers: [{ imagePullPolicy: 'IfNotPresent' }],
        },
      },
    });
  });

  it.each([
    [
      { cpu: 0.1, memory: '1024Mi' },
      { cpu: '100m', memory: '1Gi' },
    ],
    [
      { cpu: '1500m', memory: '0.5Gi' },
      { cpu: '1500m', memory: '512Mi' },
    ],
    [
      { cpu: '2000m', memory: '1e3' },
      { cpu: '2', memory: '1e3' },
    ],
    [
      { cpu: '0', memory: '1000k' },
      { cpu: '0', memory: '1M' },
    ],
  ])('stores %j as %j', (limits, expected) => {
    const object = deployment(d => {
      d.spec.template.spec.containers[0].resources = { limits };
    });
    const { spec } = createSchema().prune(object, DEPLOYMENT) as any;
    expect(spec.template.spec.containers[0].resources.limits).toEqual(expected);
  });

  it('drops nulls, unknown fields and empty optional values', () => {
    const object = deployment(d => {
      d.metadata.creationTimestamp = null;
      d.metadata.labels = {};
      d.spec.unknown = 1;
      d.spec.template.spec.containers[0].args = [];
      d.spec.template.spec.volumes = [{ name: 'v', emptyDir: {} }];
    });
    const pruned = createSchema().prune(object, DEPLOYMENT) as any;
    expect(pruned.metadata).toEqual({ name: 'web', namespace: 'shop' });
    expect(pruned.spec.unknown).toBeUndefined();
    expect(pruned.spec.template.spec.containers[0]).not.toHaveProperty('args');
    expect(pruned.spec.template.spec.volumes).toEqual([
      { name: 'v', emptyDir: {} },
    ]);
  });

  it('names unknown fields', () => {
    const { unknownFields, errors } = check(
      deployment(d => {
        d.spec.foo = 1;
        d.spec.template.spec.containers[0].bar = 2;
      }),
    );
    expect(unknownFields).toEqual([
      'spec.template.spec.containers[0].bar',
      'spec.foo',
    ]);
    expect(errors).toEqual([]);
  });

  it.each<[string, (d: any) => void, string]>([
    [
      'a text for a number',
      d => (d.spec.replicas = '3'),
      'json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    ],
    [
      'an object for a list',
      d => (d.spec.template.spec.containers = {}),
      'json: cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container',
    ],
    [
      'a number as label',
      d => (d.metadata.labels = { a: 1 }),
      'json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string',
    ],
    [
      'a text for the whole spec',
      d => (d.spec = 'x'),
      'json: cannot unmarshal string into Go struct field Deployment.spec of type v1.DeploymentSpec',
    ],
    [
      'what is no quantity',
      d =>
        (d.spec.template.spec.containers[0].resources = {
          limits: { cpu: 'abc' },
        }),
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
  ])('cannot read %s', (_, change, decodeError) => {
    expect(check(deployment(change)).decodeError).toBe(decodeError);
  });

  it.each<[string, (d: any) => void, string[]]>([
    [
      'a selector that misses the template',
      d => (d.spec.selector.matchLabels.app = 'other'),
      [
        'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'no containers',
      d => (d.spec.template.spec.containers = []),
      ['spec.template.spec.containers: Required value'],
    ],
    [
      'a container without image',
      d => delete d.spec.template.spec.containers[0].image,
      ['spec.template.spec.containers[0].image: Required value'],
    ],
    [
      'the same container twice',
      d =>
        d.spec.template.spec.containers.push(
          d.spec.template.spec.containers[0],
        ),
      ['spec.template.spec.containers[1].name: Duplicate value: "web"'],
    ],
    [
      'a bad port',
      d =>
        (d.spec.template.spec.containers[0].ports = [{ containerPort: 70000 }]),
      [
        'spec.template.spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive',
      ],
    ],
    [
      'a mount without volume',
      d =>
        (d.spec.template.spec.containers[0].volumeMounts = [
          { name: 'nope', mountPath: '/x' },
        ]),
      [
        'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "nope"',
      ],
    ],
    [
      'a request above the limit',
      d =>
        (d.spec.template.spec.containers[0].resources = {
          limits: { cpu: '1' },
          requests: { cpu: '2' },
        }),
      [
        'spec.template.spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
      ],
    ],
    [
      'negative replicas',
      d => (d.spec.replicas = -1),
      ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
    ],
  ])('refuses %s', (_, change, errors) => {
    expect(check(deployment(change)).errors).toEqual(errors);
  });

  it('refuses a name that is none', () => {
    const [error] = check(deployment(d => (d.metadata.name = 'Web_1'))).errors;
    expect(error).toMatch(
      /^metadata.name: Invalid value: "Web_1": a lowercase RFC 1123 subdomain must consist of/,
    );
  });

  it('refuses to change a selector', () => {
    const schema = createSchema();
    const [old, object] = ['web', 'shop'].map(app =>
      schema.applyDefaults(
        deployment(d => {
          d.spec.selector.matchLabels = { app };
          d.spec.template.metadata.labels = { app };
        }),
        DEPLOYMENT,
      ),
    );
    expect(schema.validate(object, DEPLOYMENT, old).errors).toEqual([
      {
        reason: 'FieldValueInvalid',
        field: 'spec.selector',
        message:
          'Invalid value: {"matchLabels":{"app":"shop"}}: field is immutable',
      },
    ]);
  });

  it('survives any garbage', () => {
    const schema = createSchema();
    for (const resource of schema.resources) {
      for (const spec of [
        'x',
        3,
        [],
        [null],
        { template: 1, ports: 'x', rules: {} },
      ]) {
        const garbage = {
          metadata: spec,
          spec,
          rules: spec,
          data: spec,
          subjects: spec,
          endpoints: spec,
        };
        const complete = schema.applyDefaults(garbage, resource);
        expect(() =>
          schema.validate(complete, resource, garbage),
        ).not.toThrow();
        expect(() => schema.prune(complete, resource)).not.toThrow();
      }
    }
  });

  describe('of custom resources', () => {
    it('fills in defaults and prunes', () => {
      const schema = createSchema();
      const object = thing({
        size: 1,
        unknown: 1,
        free: { x: 1 },
        ports: null,
      });
      const complete = schema.prune(schema.applyDefaults(object, THING), THING);
      expect(complete.spec).toEqual({ size: 1, mode: 'a', free: { x: 1 } });
      expect(schema.validate(object, THING).unknownFields).toEqual([
        'spec.unknown',
      ]);
    });

    it.each([
      [{}, ['spec.size: Required value']],
      [
        { size: 0, mode: 'c' },
        [
          'spec.mode: Unsupported value: "c": supported values: "a", "b"',
          'spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1',
        ],
      ],
      [
        { size: 'x' },
        [
          'spec.size: Invalid value: "string": spec.size in body must be of type integer: "string"',
        ],
      ],
      [
        { size: 1, ports: [{ port: 1 }, { port: 1 }] },
        ['spec.ports[1]: Duplicate value: {"port":1}'],
      ],
    ])('checks %j', (spec, errors) => {
      expect(check(thing(spec), THING).errors).toEqual(errors);
    });

    it('is gone with its definition', () => {
      const schema = createSchema();
      expect(schema.openApiV3Paths()).toContain('apis/example.dev/v1');
      schema.removeCustomResource('things.example.dev');
      expect(schema.node(THING)).toBeUndefined();
      expect(schema.openApiV3Paths()).not.toContain('apis/example.dev/v1');
    });
  });

  describe('as OpenAPI', () => {
    it('describes a patch as kubectl looks for it', () => {
      const document = createSchema().openApiV3('apis/apps/v1')!;
      const path = document.paths[
        '/apis/apps/v1/namespaces/{namespace}/deployments/{name}'
      ] as any;
      expect(path.patch).toMatchObject({
        'x-kubernetes-group-version-kind': {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
        },
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'fieldValidation', in: 'query' }),
        ]),
      });
    });

    it.each(createSchema().openApiV3Paths())(
      'refers to nothing outside: %s',
      path => {
        const document = createSchema().openApiV3(path)!;
        const references = JSON.stringify(document).matchAll(
          /"#\/components\/schemas\/([^"]+)"/g,
        );
        for (const [, name] of references) {
          expect(document.components.schemas).toHaveProperty([name]);
        }
      },
    );

    it('has custom kinds with their metadata', () => {
      const document = createSchema().openApiV3('apis/example.dev/v1')!;
      expect(document.components.schemas['dev.example.v1.Thing']).toMatchObject(
        {
          'x-kubernetes-group-version-kind': [THING],
          properties: { metadata: {}, spec: {} },
        },
      );
    });
  });
});
