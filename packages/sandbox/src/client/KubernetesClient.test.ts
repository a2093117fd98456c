import { KubernetesClient } from './KubernetesClient';
import { resources } from './resources';
import { startTestApi, TestApi } from './testing/startTestApi';
import { KubernetesObject } from './types';

interface ConfigMap extends KubernetesObject {
  data?: Record<string, string>;
}

function configMap(name: string, data: Record<string, string> = {}): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    data,
  };
}

describe('KubernetesClient', () => {
  let api: TestApi;
  let client: KubernetesClient;

  beforeAll(async () => {
    api = await startTestApi();
    client = KubernetesClient.fromKubeconfig(api.kubeconfigFile, 'test');
  });

  afterAll(async () => {
    client.close();
    await api.stop();
  });

  const read = (name: string) =>
    client.get<ConfigMap>(resources.configMaps, name, 'default');

  it('knows what is not there, and deletes it all the same', async () => {
    expect(await read('nothing')).toBeUndefined();
    await client.delete(resources.configMaps, 'nothing', {
      namespace: 'default',
    });
  });

  it('fails with the words and the code of the server', async () => {
    await client.create(resources.configMaps, configMap('twice'));
    await expect(
      client.create(resources.configMaps, configMap('twice')),
    ).rejects.toMatchObject({
      code: 409,
      message: 'configmaps "twice" already exists',
    });
  });

  it('writes only what is still as it was read', async () => {
    const first = await client.create(
      resources.configMaps,
      configMap('locked', { a: '1' }),
    );
    await client.update(resources.configMaps, { ...first, data: { a: '2' } });
    await expect(
      client.update(resources.configMaps, { ...first, data: { a: '3' } }),
    ).rejects.toMatchObject({ code: 409 });
    expect((await read('locked'))?.data).toEqual({ a: '2' });
  });

  it('patches in the way it is told', async () => {
    await client.create(resources.configMaps, configMap('patched', { a: '1' }));
    await client.patch(
      resources.configMaps,
      'patched',
      { data: { b: '2' } },
      { namespace: 'default' },
    );
    await client.patch(
      resources.configMaps,
      'patched',
      [{ op: 'remove', path: '/data/a' }],
      { namespace: 'default', type: 'json' },
    );
    expect((await read('patched'))?.data).toEqual({ b: '2' });
  });

  it('takes fields of another manager only when told to', async () => {
    const apply = (manager: string, force?: boolean) =>
      client.apply(resources.configMaps, configMap('owned', { a: manager }), {
        manager,
        force,
      });
    await apply('one');
    await expect(apply('two')).rejects.toMatchObject({ code: 409 });
    await apply('two', true);
    expect((await read('owned'))?.data).toEqual({ a: 'two' });
  });

  it('lists more than one page, each object with its kind', async () => {
    const create = (index: number) => {
      const object = configMap(`page-${index}`);
      object.metadata.labels = { page: 'true' };
      return client.create(resources.configMaps, object);
    };
    const count = 501;
    await Promise.all(
      Array.from({ length: count }, (_, index) => create(index)),
    );
    const { items } = await client.list(resources.configMaps, {
      labelSelector: 'page=true',
    });
    expect(items).toHaveLength(count);
    expect(items.at(-1)).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
  });

  it('gives up a request that gets no answer in time', async () => {
    const impatient = KubernetesClient.create({
      name: 'test',
      server: api.url,
      caPem: api.caPem,
      token: 't',
      manager: 'test',
      timeoutMs: 50,
    });
    await api.setFault('stall');
    await expect(
      impatient.get(resources.configMaps, 'any', 'default'),
    ).rejects.toThrow('abort');
    await api.setFault('none');
    impatient.close();
  });
});
