import { obstaclesIn } from './obstaclesIn';

const QUOTA =
  'Quota exceeded for cores: Requested 8, but already used 40 of 40';
const FLOATING_IP = "Quota exceeded for resources: ['floatingip'].";

describe('obstaclesIn', () => {
  it.each([
    ['Failed to create trustee or trust for Cluster: 5e2f', 'trust-refused'],
    ['Image fedora could not be found.', 'image-unusable'],
    ['Unable to find flavor m1.huge', 'flavor-unusable'],
    [QUOTA, 'quota-exceeded'],
    [FLOATING_IP, 'floating-ips-exhausted'],
    [
      'No more IP addresses available on network 5e2f.',
      'floating-ips-exhausted',
    ],
    ['No valid host was found. There are not enough hosts', 'no-valid-host'],
    ['Load balancer 5e2f went to ERROR', 'failed'],
    ['Could not find user: 5e2f.', 'creator-gone'],
  ])('reads "%s" as %s', (text, obstacle) => {
    expect(obstaclesIn([text])).toEqual([
      expect.stringMatching(new RegExp(`\\.${obstacle}$`)),
    ]);
  });

  it('names the cause first, whatever was said first', () => {
    expect(obstaclesIn(['No valid host was found', QUOTA])).toEqual([
      'cluster.create.quota-exceeded',
      'cluster.create.no-valid-host',
    ]);
  });

  it('does not put together what two texts say', () => {
    expect(obstaclesIn(['error 401', 'keystone is slow'])).toEqual([]);
    expect(obstaclesIn(['Resource CREATE failed'])).toEqual([]);
    expect(obstaclesIn([])).toEqual([]);
  });
});
