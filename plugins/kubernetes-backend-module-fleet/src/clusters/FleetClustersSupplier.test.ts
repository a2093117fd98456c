import { mockServices } from '@backstage/backend-test-utils';
import { TestDirectory } from '../__testUtils__/TestDirectory';
import { FleetClustersSupplier } from './FleetClustersSupplier';

const clientCertificate = { cert: 'CERT', key: 'KEY' };

describe('FleetClustersSupplier', () => {
  it('keeps the credential of a client certificate as long as its cluster is there', async () => {
    const directory = new TestDirectory();
    const supplier = FleetClustersSupplier.create({
      directory,
      logger: mockServices.logger.mock(),
    });
    directory.add('one', {
      authenticate: async () => ({ headers: {}, clientCertificate }),
    });
    const [details] = await supplier.getClusters();
    expect(JSON.stringify(details)).not.toContain('KEY');
    expect(supplier.credentialOf('one')).toEqual({
      type: 'x509 client certificate',
      ...clientCertificate,
    });

    directory.remove('one');
    await supplier.supply([]);
    expect(supplier.credentialOf('one')).toBeUndefined();
  });
});
