import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import {
  EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { CLUSTERS_TOPIC } from '@slipway/backstage-plugin-clusters-common';
import { FakeCatalog } from './__testUtils__/FakeCatalog';
import { FakeCloud } from './__testUtils__/FakeCloud';
import { HttpCloud } from './__testUtils__/HttpCloud';
import { catalogModuleMagnum } from './module';

describe('catalogModuleMagnum', () => {
  let http: HttpCloud;

  beforeEach(async () => {
    http = await HttpCloud.start();
  });

  afterEach(() => http.stop());

  it('has a provider for each cloud, which hears of new clusters', async () => {
    const providers: EntityProvider[] = [];
    let events: EventsService | undefined;
    const runs: (() => unknown)[] = [];
    const cloud = {
      authUrl: `${http.url}/identity/v3`,
      username: 'slipway',
      password: 'password',
      projectName: 'acme',
    };
    const clouds = [
      { ...cloud, name: 'acme' },
      { ...cloud, name: 'museum', watchOnly: true },
    ];
    const { server } = await startTestBackend({
      extensionPoints: [
        [
          catalogProcessingExtensionPoint,
          {
            addEntityProvider: (
              ...added: (EntityProvider | EntityProvider[])[]
            ) => void providers.push(...added.flat()),
          },
        ],
      ],
      features: [
        catalogModuleMagnum,
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal' }, magnum: { clouds } },
        }),
        mockServices.scheduler.mock({
          createScheduledTaskRunner: () => ({
            run: async ({ fn }) => {
              const { signal } = new AbortController();
              runs.push(() => fn(signal));
            },
          }),
        }).factory,
        createBackendPlugin({
          pluginId: 'scaffolder',
          register(env) {
            env.registerInit({
              deps: { events: eventsServiceRef },
              async init(deps) {
                events = deps.events;
              },
            });
          },
        }),
      ],
    });
    expect(server).toBeDefined();
    expect(providers.map(provider => provider.getProviderName())).toEqual([
      'magnum-provider:acme',
      'magnum-provider:museum',
    ]);
    const catalog = new FakeCatalog();
    await providers[0].connect(catalog);
    const source = FakeCloud.create('acme');
    http.clusters = [source.add('first', 'a1')];
    await runs[0]();
    expect(catalog.names()).toEqual(['first']);
    const second = source.add('second', 'b2');
    http.clusters = source.clusters;
    const inserted = catalog.next();
    await events?.publish({
      topic: CLUSTERS_TOPIC,
      eventPayload: { cloud: 'acme', uuid: second.uuid, change: 'created' },
    });
    await inserted;
    expect(catalog.names()).toEqual(['first', 'second']);
  });
});
