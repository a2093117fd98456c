import fc from 'fast-check';
import { redactObject } from './redactObject';

describe('redactObject', () => {
  it('keeps only the keys of a Secret', () => {
    expect(
      redactObject({
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'kubernetes.io/tls',
        metadata: { name: 'shop-tls' },
        data: { 'tls.crt': 'LS0t', 'tls.key': 'c2VjcmV0' },
        stringData: { plain: 'hunter2' },
      }),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      metadata: { name: 'shop-tls' },
      data: { 'tls.crt': '[redacted]', 'tls.key': '[redacted]' },
      stringData: { plain: '[redacted]' },
    });
  });

  it('leaves out bookkeeping and copies of the object', () => {
    expect(
      redactObject({
        metadata: {
          managedFields: [{ manager: 'x' }],
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{"a":1}',
            other: 'stays',
          },
        },
      }),
    ).toEqual({ metadata: { annotations: { other: 'stays' } } });
  });

  it('hides values of environment variables, not where they come from', () => {
    const container = {
      name: 'app',
      env: [
        { name: 'A', value: 'hunter2' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      ],
    };
    expect(redactObject({ spec: { containers: [container] } })).toEqual({
      spec: {
        containers: [
          {
            name: 'app',
            env: [
              { name: 'A', value: '[redacted]' },
              {
                name: 'B',
                valueFrom: { secretKeyRef: { name: 's', key: 'k' } },
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['status', { runnerJITConfig: 'hunter2' }],
    ['spec', { token: 'hunter2' }],
    ['spec', { nested: [{ clientSecret: 'hunter2' }] }],
    ['spec', { args: ['--token=hunter2', '--password', 'password: hunter2'] }],
    ['spec', { url: 'https://user:hunter2@example.org/x' }],
    ['spec', { header: 'Bearer hunter2' }],
    [
      'status',
      {
        message:
          'refused: eyJhbGciOiJSUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2hunter2',
      },
    ],
    [
      'spec',
      {
        pem: '-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----',
      },
    ],
  ])('hides what is secret in %s %j', (field, value) => {
    expect(JSON.stringify(redactObject({ [field]: value }))).not.toContain(
      'hunter2',
    );
  });

  it('keeps what only names a secret', () => {
    const spec = {
      secretName: 'shop-tls',
      tokenSecretRef: { name: 'dns', key: 'token' },
      privateKeySecretRef: { name: 'account' },
    };
    expect(redactObject({ spec })).toEqual({ spec });
  });

  it.each(['a.', 'eyJ-', 'token=', 'bearer ', 'a://', '-----BEGIN '])(
    'comes to an end with a long text of %j',
    part => {
      const spec = { text: part.repeat(200_000) };
      expect(redactObject({ spec })).toHaveProperty('spec.text');
    },
  );

  it('takes any object', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), object => {
        const secret = { ...object, kind: 'Secret', apiVersion: 'v1' };
        const parts = { metadata: object, data: object, spec: object };
        for (const any of [object as {}, secret, parts]) {
          expect(Object.keys(redactObject(any))).toEqual(Object.keys(any));
        }
      }),
    );
  });
});
