import { Informer } from './Informer';
import { KubernetesClient } from './KubernetesClient';
import { resources } from './resources';
import { startTestApi, TestApi } from './testing/startTestApi';

describe('Informer', () => {
  let api: TestApi;
  let client: KubernetesClient;
  let informer: Informer;
  let watching: AbortController;

  beforeEach(async () => {
    api = await startTestApi();
    client = KubernetesClient.fromKubeconfig(api.kubeconfigFile, 'test');
    watching = new AbortController();
    await create('before');
    informer = Informer.start({
      client,
      resource: resources.configMaps,
      namespace: 'default',
      signal: watching.signal,
    });
    await informer.synced;
  });

  afterEach(async () => {
    watching.abort();
    client.close();
    await api.stop();
  });

  function create(name: string) {
    return client.create(resources.configMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default' },
    });
  }

  const remove = (name: string) =>
    client.delete(resources.configMaps, name, { namespace: 'default' });

  /** Resolves when these and no others are known. */
  function untilKnown(...names: string[]): Promise<void> {
    const known = () =>
      informer
        .list()
        .map(({ metadata }) => metadata.name)
        .filter(name => name !== 'kube-root-ca.crt')
        .sort();
    return new Promise(resolve => {
      const look = () => {
        if (known().join() === [...names].sort().join()) {
          resolve();
        }
      };
      informer.onChange(look);
      look();
    });
  }

  it('knows what was there, and follows what comes, changes and goes', async () => {
    expect(informer.get('before', 'default')).toBeDefined();
    await create('after');
    await untilKnown('before', 'after');

    const changed = new Promise(resolve => {
      informer.onChange(({ before, after }) => {
        if (before && after?.metadata.labels?.seen) {
          resolve(after.metadata.labels.seen);
        }
      });
    });
    await client.patch(
      resources.configMaps,
      'after',
      { metadata: { labels: { seen: 'yes' } } },
      { namespace: 'default' },
    );
    expect(await changed).toBe('yes');

    await remove('before');
    await untilKnown('after');
  });

  it('tells who comes later of all that is known', () => {
    const names: string[] = [];
    informer.onChange(({ after }) => names.push(after!.metadata.name));
    expect(names).toContain('before');
  });

  it('finds out what happened while the server was away and forgot it', async () => {
    await api.setFault('gone');
    await api.setFault('none');
    await create('meanwhile');
    await remove('before');
    api.forgetHistory();
    await untilKnown('meanwhile');
  });
});
