import { KubernetesObject, resources } from '../../client';
import { ApplicationSet } from '../applicationsets/types';
import { configMap, Scene } from './Scene';

jest.setTimeout(120_000);

/** Nobody listens there. */
const DEAD = 'https://127.0.0.1:1';

describe('Argo CD: clusters', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.begin();
    scene.push({ 'app/cm.json': configMap('elsewhere', 'hello') });
  });
  afterAll(() => scene.end());

  function secret(
    name: string,
    server: string,
    bearerToken: string,
  ): KubernetesObject {
    const { caData } = scene.target.credentials;
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: scene.name(name),
        labels: {
          'argocd.argoproj.io/secret-type': 'cluster',
          'slipway.dev/stage': scene.id,
        },
      },
      stringData: {
        name: scene.name(name),
        server,
        config: JSON.stringify({ bearerToken, tlsClientConfig: { caData } }),
      },
    };
  }

  function target(name: string) {
    return {
      project: 'default',
      destination: { name: scene.name(name), namespace: scene.id },
      syncPolicy: { automated: {} },
    };
  }

  it('can be used as soon as they are registered, and no longer after', async () => {
    const { server, bearerToken } = scene.target.credentials;
    const name = await scene.application('second', 'app', target('second'));
    expect(await scene.conditions(name, 'InvalidSpecError')).toEqual([
      `InvalidSpecError: there are no clusters with this name: ${scene.name(
        'second',
      )}`,
    ]);
    await scene.make(resources.secrets, secret('second', server, bearerToken));
    // The real one looks again only when it is asked to.
    await scene.refresh(name);
    const synced = await scene.status(
      name,
      ({ sync }) => sync?.status === 'Synced',
    );
    expect(synced.conditions).toBeUndefined();
    await scene.hub.delete(resources.secrets, scene.name('second'), {
      namespace: 'argocd',
    });
    await scene.refresh(name);
    const gone = await scene.status(
      name,
      ({ sync }) => sync?.status === 'Unknown',
    );
    expect(gone).toMatchObject({
      health: { status: 'Unknown' },
      operationState: { phase: 'Succeeded' },
      resources: [{ name: 'elsewhere', status: 'Synced' }],
      conditions: [
        {
          type: 'InvalidSpecError',
          message: `there are no clusters with this name: ${scene.name(
            'second',
          )}`,
        },
      ],
    });
  });

  it.each([
    [
      'does not answer',
      'dead',
      DEAD,
      `Get "${DEAD}/version?timeout=32s": dial tcp 127.0.0.1:1: connect: connection refused`,
    ],
    [
      'does not know our token',
      'bad-token',
      undefined,
      'the server has asked for the client to provide credentials',
    ],
  ])('one that %s is two errors', async (_, id, address, cause) => {
    const server = (address ?? scene.target.credentials.server).replace(
      /127\.0\.0\.1(?=:\d{2})/,
      'localhost',
    );
    await scene.make(resources.secrets, secret(id, server, 'wrong'));
    const name = await scene.application(id, 'app', target(id));
    const failure = `error synchronizing cache state : failed to get server version: failed to get server version: ${cause}`;
    expect(await scene.conditions(name, 'ComparisonError')).toEqual([
      `ComparisonError: Failed to load live state: failed to get cluster info for "${server}": ${failure}`,
      `ComparisonError: Failed to load target state: failed to get cluster version for cluster "${server}": failed to get cluster info for "${server}": ${failure}`,
      `UnknownError: ${failure}`,
    ]);
    const { sync, health } = await scene.status(name, status => status.sync);
    expect(sync!.status).toBe('Unknown');
    expect(health!.status).toBe('Healthy');
  });

  it('a dead one keeps an Application from going until it is unregistered', async () => {
    await scene.make(resources.secrets, secret('stuck', `${DEAD}23`, 'wrong'));
    const name = await scene.application('stuck', 'app', target('stuck'));
    await scene.conditions(name, 'ComparisonError');
    await scene.patch(name, {
      metadata: { finalizers: ['resources-finalizer.argocd.argoproj.io'] },
    });
    await scene.hub.delete(resources.applications, name, {
      namespace: 'argocd',
    });
    expect(await scene.conditions(name, 'DeletionError')).toContain(
      `DeletionError: failed to get cluster info for "${DEAD}23": error synchronizing cache state : failed to get server version: failed to get server version: Get "${DEAD}23/version?timeout=32s": dial tcp 127.0.0.1:123: connect: connection refused`,
    );
    await scene.hub.delete(resources.secrets, scene.name('stuck'), {
      namespace: 'argocd',
    });
    // It may be gone already.
    await Promise.allSettled([scene.refresh(name)]);
    await scene.gone(resources.applications, name);
  });

  it('give an ApplicationSet its Applications', async () => {
    const { server, bearerToken } = scene.target.credentials;
    const registration = secret('member', server, bearerToken);
    await scene.make(resources.secrets, registration);
    const name = scene.name('set');
    await scene.make<ApplicationSet>(resources.applicationSets, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name },
      spec: {
        goTemplate: true,
        generators: [
          {
            clusters: {
              selector: {
                matchLabels: { 'slipway.dev/stage': `${scene.id}-chosen` },
              },
            },
          },
        ],
        template: {
          metadata: { name: 'of-{{.nameNormalized}}' },
          spec: {
            project: 'default',
            source: {
              repoURL: scene.url,
              path: 'app',
              targetRevision: 'main',
            },
            destination: { server: '{{.server}}', namespace: scene.id },
          },
        },
      },
    });
    const set = () =>
      scene.object(
        resources.applicationSets,
        name,
        found =>
          (found as ApplicationSet)?.status?.conditions?.some(
            ({ type, status }) =>
              type === 'ResourcesUpToDate' && status === 'True',
          ),
        'argocd',
      );
    expect((await set()).status).toMatchObject({
      conditions: [
        {
          type: 'ErrorOccurred',
          status: 'False',
          reason: 'ApplicationSetUpToDate',
          message: 'All applications have been generated successfully',
        },
        {
          type: 'ParametersGenerated',
          status: 'True',
          reason: 'ParametersGenerated',
          message: 'Successfully generated parameters for all Applications',
        },
        {
          type: 'ResourcesUpToDate',
          status: 'True',
          reason: 'ApplicationSetUpToDate',
          message: 'All applications have been generated successfully',
        },
      ],
    });
    const label = (stage: string) =>
      scene.hub.patch(
        resources.secrets,
        registration.metadata.name,
        { metadata: { labels: { 'slipway.dev/stage': stage } } },
        { namespace: 'argocd' },
      );
    await label(`${scene.id}-chosen`);
    const generated = `of-${scene.name('member')}`;
    const application = await scene.object(
      resources.applications,
      generated,
      found => (found?.status as { sync?: object })?.sync,
      'argocd',
    );
    expect(application).toMatchObject({
      metadata: {
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
        ownerReferences: [{ kind: 'ApplicationSet', name, controller: true }],
      },
      spec: { destination: { server, namespace: scene.id } },
    });
    await label(scene.id);
    await scene.gone(resources.applications, generated);
  });
});
