import { ClusterCredentials } from '@slipway/backstage-plugin-fleet-node';
import { toClusterDetails } from './toClusterDetails';

const access = {
  server: 'https://one.example.org',
  ca: 'the ca',
  authenticate: async (): Promise<ClusterCredentials> => ({ headers: {} }),
};

it('gives a token to the plugin', () => {
  const headers = { authorization: 'Bearer abc' };
  expect(toClusterDetails('one', access, { headers })).toEqual({
    details: {
      name: 'one',
      url: 'https://one.example.org',
      caData: Buffer.from('the ca').toString('base64'),
      skipTLSVerify: false,
      skipMetricsLookup: true,
      authMetadata: {
        'kubernetes.io/auth-provider': 'serviceAccount',
        serviceAccountToken: 'abc',
      },
    },
  });
});

it('keeps a client certificate beside the details', () => {
  const clientCertificate = { cert: 'the cert', key: 'the key' };
  const supplied = toClusterDetails('one', access, {
    headers: {},
    clientCertificate,
  });
  expect(supplied.credential).toEqual({
    type: 'x509 client certificate',
    ...clientCertificate,
  });
  expect(JSON.stringify(supplied.details)).not.toContain('the key');
});

it('never lets the plugin fall back to an account of its own', () => {
  const headers = { authorization: 'Bearer ' };
  expect(() => toClusterDetails('one', access, { headers })).toThrow(
    'bearer tokens and client certificates only',
  );
});
