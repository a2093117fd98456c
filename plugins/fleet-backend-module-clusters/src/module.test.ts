import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  fleetDomainsExtensionPoint,
  fleetRowSourcesExtensionPoint,
} from '@slipway/backstage-plugin-fleet-node';
import { domain } from './domain';
import { fleetModuleClusters } from './module';

async function start(magnum?: object) {
  const addDomain = jest.fn();
  const addRowSource = jest.fn();
  const backend = await startTestBackend({
    extensionPoints: [
      [fleetDomainsExtensionPoint, { addDomain }],
      [fleetRowSourcesExtensionPoint, { addRowSource }],
    ],
    features: [
      fleetModuleClusters,
      mockServices.rootConfig.factory({ data: magnum ? { magnum } : {} }),
      mockServices.events.factory(),
    ],
  });
  await backend.stop();
  return { addDomain, addRowSource };
}

describe('fleetModuleClusters', () => {
  it('brings its domain by a file', async () => {
    const { addDomain, addRowSource } = await start();

    const [{ module }] = addDomain.mock.calls[0];
    expect(require(module).domain.id).toBe(domain.id);
    expect(addRowSource).not.toHaveBeenCalled();
  });

  it('brings a source for each cloud', async () => {
    const clouds = ['acme', 'museum'].map(name => ({
      name,
      authUrl: 'http://127.0.0.1:9/v3',
      username: 'slipway',
      password: 'x',
      projectName: 'acme',
    }));

    const { addRowSource } = await start({ clouds });

    expect(addRowSource.mock.calls).toMatchObject([
      [{ id: 'cloud/acme', kind: 'cloud', name: 'acme' }],
      [{ id: 'cloud/museum', kind: 'cloud', name: 'museum' }],
    ]);
  });
});
