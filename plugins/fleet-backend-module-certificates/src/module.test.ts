import { startTestBackend } from '@backstage/backend-test-utils';
import { fleetDomainsExtensionPoint } from '@slipway/backstage-plugin-fleet-node';
import { domain } from './domain';
import module from './index';

describe('fleetModuleCertificates', () => {
  it('brings the domain by its file, and its operation', async () => {
    const addDomain = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [[fleetDomainsExtensionPoint, { addDomain }]],
      features: [module],
    });
    const [[{ module: file, operations }]] = addDomain.mock.calls;
    expect(require(file).domain).toBe(domain);
    expect(operations.map(({ id }: { id: string }) => id)).toEqual(['renew']);
    await backend.stop();
  });
});
