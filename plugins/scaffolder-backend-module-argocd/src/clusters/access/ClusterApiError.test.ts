import { ClusterApiError } from './ClusterApiError';

describe('ClusterApiError', () => {
  it('has the words of a cluster in one short line', () => {
    const { message, reason } = new ClusterApiError('shop-prod', {
      kind: 'answered',
      status: 403,
      reason: `no\n${'x'.repeat(2_000)}`,
    });
    expect(reason).toBe(`no ${'x'.repeat(497)}…`);
    expect(message).toBe(`Cluster shop-prod: ${reason}`);
  });
});
