import fc from 'fast-check';
import { StatusError } from '../errors';
import { decodeProtobuf } from './decodeProtobuf';

function field(number: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
}

function envelope(apiVersion: string, kind: string, message: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, Buffer.concat([field(1, apiVersion), field(2, kind)])),
    field(2, message),
  ]);
}

describe('decodeProtobuf', () => {
  it('reads a message as its JSON', () => {
    const metadata = Buffer.concat([
      field(1, 'web'),
      field(11, Buffer.concat([field(1, 'app'), field(2, 'web')])),
      // The zero time, and a generation of zero: both left out.
      field(8, ''),
      Buffer.from([7 * 8, 0]),
    ]);
    const replicasZero = Buffer.from([8, 0]);
    const spec = Buffer.concat([replicasZero, Buffer.from([5 * 8, 0])]);
    const message = Buffer.concat([field(1, metadata), field(2, spec)]);
    expect(decodeProtobuf(envelope('apps/v1', 'Deployment', message))).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: { replicas: 0 },
    });
  });

  it('inlines what Go embeds, and knows bytes and quantities', () => {
    const volume = Buffer.concat([
      field(1, 'tmp'),
      field(2, field(2, field(2, field(1, '1Gi')))),
    ]);
    const message = field(2, field(1, volume));
    expect(decodeProtobuf(envelope('v1', 'Pod', message))).toMatchObject({
      spec: { volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }] },
    });
    const secret = field(2, Buffer.concat([field(1, 'a'), field(2, 'b')]));
    expect(decodeProtobuf(envelope('v1', 'Secret', secret))).toMatchObject({
      data: { a: 'Yg==' },
    });
  });

  it('refuses rubbish with a 400', () => {
    const outcomeOf = (body: Buffer) => {
      try {
        decodeProtobuf(body);
        return 'read';
      } catch (error) {
        return error instanceof StatusError ? 'refused' : error;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array(), rubbish => {
        const bytes = Buffer.from(rubbish);
        expect(outcomeOf(bytes)).toBe('refused');
        expect(['read', 'refused']).toContain(
          outcomeOf(envelope('v1', 'Pod', bytes.subarray(0, 9))),
        );
      }),
    );
  });
});
