import { Informer } from '../../client';
import { Container, KeyedData, Pod } from '../types';
import { environmentOf } from './environmentOf';

const encode = (text: string) => Buffer.from(text).toString('base64');

function holding(objects: Record<string, Record<string, string>>) {
  return {
    get: (name: string) => objects[name] && { data: objects[name] },
  } as unknown as Informer<KeyedData>;
}

const sources = {
  configMaps: holding({ settings: { MODE: 'fast', level: '3' } }),
  secrets: holding({ credentials: { TOKEN: encode('secret') } }),
  podIp: '10.244.0.7',
  nodeIp: '127.0.0.1',
};

const pod: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop-1', namespace: 'shop-dev', labels: { app: 'shop' } },
  spec: { nodeName: 'worker', containers: [] },
};

const environment = (container: Partial<Container>) =>
  environmentOf(pod, { name: 'app', image: 'x', ...container }, sources);

describe('environmentOf', () => {
  it('reads ConfigMaps, Secrets and the pod itself', () => {
    expect(
      environment({
        envFrom: [
          { configMapRef: { name: 'settings' }, prefix: 'APP_' },
          { secretRef: { name: 'credentials' } },
          { secretRef: { name: 'none', optional: true } },
        ],
        env: [
          { name: 'PLAIN', value: 'text' },
          {
            name: 'NAME',
            valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
          },
          {
            name: 'APP',
            valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } },
          },
          {
            name: 'IP',
            valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
          },
          {
            name: 'NONE',
            valueFrom: {
              configMapKeyRef: { name: 'settings', key: 'no', optional: true },
            },
          },
        ],
      }),
    ).toEqual({
      APP_MODE: 'fast',
      APP_level: '3',
      TOKEN: 'secret',
      PLAIN: 'text',
      NAME: 'shop-1',
      APP: 'shop',
      IP: '10.244.0.7',
    });
  });

  it('puts in what stands before, and leaves the rest', () => {
    expect(
      environment({
        env: [
          { name: 'HOST_NAME', value: 'db' },
          { name: 'URL', value: 'http://$(HOST_NAME)/$(LATER)/$$(HOST_NAME)' },
          { name: 'LATER', value: 'x' },
        ],
      }).URL,
    ).toBe('http://db/$(LATER)/$(HOST_NAME)');
  });

  it.each([
    [{ secretKeyRef: { name: 'none', key: 'k' } }, 'secret "none" not found'],
    [
      { configMapKeyRef: { name: 'none', key: 'k' } },
      'configmap "none" not found',
    ],
    [
      { secretKeyRef: { name: 'credentials', key: 'k' } },
      "couldn't find key k in Secret shop-dev/credentials",
    ],
  ])('says what is missing of %j', (valueFrom, message) => {
    expect(() => environment({ env: [{ name: 'X', valueFrom }] })).toThrow(
      message,
    );
  });
});
