import { EXPIRED_CERTIFICATE, controller, secret } from '../testing';
import { projectApiService } from './apiService';
import { projectDeployment } from './deployment';
import { projectSecret } from './secret';
import { projectSolverRoute } from './solverRoute';

describe('what is kept of an object', () => {
  it('is of a Secret which keys it has and when its certificate expires', () => {
    const data = { 'tls.crt': EXPIRED_CERTIFICATE, 'tls.key': 'c2VjcmV0' };
    const slice = projectSecret(secret('shop-tls', { data }));
    expect(slice).toEqual({
      certificateName: 'shop-tls',
      keys: ['tls.crt', 'tls.key'],
      notAfter: '2026-11-22T07:59:59.000Z',
      edited: undefined,
    });
    const broken = { 'tls.crt': 'bm8=' };
    expect(projectSecret(secret('x', { data: broken }))?.notAfter).toBe(
      undefined,
    );
    expect(projectSecret({ metadata: {}, data: { password: 'eA==' } })).toBe(
      undefined,
    );
  });

  it('is of a Deployment where Secrets of ClusterIssuers are', () => {
    const args = (...list: string[]) =>
      projectDeployment(
        controller(1, { template: { spec: { containers: [{ args: list }] } } }),
      ).clusterNamespace;
    expect(args('--v=2', '--cluster-resource-namespace=trust')).toBe('trust');
    expect(args('--cluster-resource-namespace=$(POD_NAMESPACE)')).toBe(
      undefined,
    );
  });

  it('is nothing of what has to do with no certificate', () => {
    expect(projectSolverRoute({ metadata: {} })).toBeUndefined();
    expect(projectApiService({ spec: { group: 'apps' } })).toBeUndefined();
  });
});
