import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { ago, cluster, judge, nodeGroup } from '../testing';

interface Build {
  /** Minutes ago. */
  ordered: number;
  took: number;
  status?: string;
}

/** What is said of a cluster of a cloud in which these were built. */
function usual(builds: Build[]) {
  const clusters: MagnumCluster[] = builds.map(({ ordered }, at) =>
    cluster({
      uuid: `cluster-${at}`,
      name: `team-${at}`,
      api_address: null,
      created_at: ago(`${ordered}m`),
    }),
  );
  const nodeGroups = builds.map(
    ({ ordered, took, status = 'CREATE_COMPLETE' }, at) =>
      nodeGroup({
        uuid: `group-${at}`,
        cluster_id: `cluster-${at}`,
        created_at: ago(`${ordered}m`),
        updated_at: ago(`${ordered - took}m`),
        status,
      }),
  );
  return judge({ clusters, nodeGroups }).item.details.usualMinutes;
}

describe('how long a creation usually takes', () => {
  it('is the median of the last ten', () => {
    const old = { ordered: 9_000, took: 50 };
    const builds = [12, 11, 14, 12, 12, 13, 12, 11, 40, 12].map((took, at) => ({
      ordered: 100 + 50 * at,
      took,
    }));
    expect(usual([...builds, ...Array(20).fill(old)])).toBe(12);
  });

  it('does not count what was changed since, failed or goes on', () => {
    expect(
      usual([
        { ordered: 500, took: 300, status: 'UPDATE_COMPLETE' },
        { ordered: 400, took: 2, status: 'CREATE_FAILED' },
        { ordered: 300, took: 1, status: 'CREATE_IN_PROGRESS' },
        { ordered: 200, took: 15 },
      ]),
    ).toBe(15);
  });

  it('is not known where none has been built', () => {
    expect(
      usual([{ ordered: 10, took: 1, status: 'CREATE_IN_PROGRESS' }]),
    ).toBeUndefined();
  });

  it('is at least a minute', () => {
    expect(usual([{ ordered: 10, took: 0 }])).toBe(1);
  });
});
