import { startTestBackend } from '@backstage/backend-test-utils';
import { fleetDomainsExtensionPoint } from '@slipway/backstage-plugin-fleet-node';
import { domain } from './domain';
import { fleetModuleCertificates } from './module';

describe('fleetModuleCertificates', () => {
  it('brings its domain by a file, with what can be done', async () => {
    const addDomain = jest.fn();
    await startTestBackend({
      extensionPoints: [[fleetDomainsExtensionPoint, { addDomain }]],
      features: [fleetModuleCertificates],
    });
    const [{ module, operations }] = addDomain.mock.calls[0];
    expect(require(module).domain.id).toBe(domain.id);
    expect(operations).toMatchObject([{ domain: domain.id, id: 'renew' }]);
  });
});
