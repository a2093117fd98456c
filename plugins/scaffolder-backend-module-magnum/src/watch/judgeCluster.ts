import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { ClusterProgress } from './ClusterProgress';
import { describeFailedGroups } from './describeFailedGroups';
import { describeMissing } from './describeMissing';
import { isBeingCreated } from './isBeingCreated';
import { kindOfStatus } from './kindOfStatus';
import { Age } from './readAge';

export interface JudgeClusterOptions {
  cluster: MagnumCluster;
  progress: Pick<ClusterProgress, 'groups' | 'unchangedMs'>;
  age: Age;
  nodeGroup?: string;
}

/** Without a message, the reason is what Magnum says. */
export type ClusterVerdict =
  | { outcome: 'waiting' }
  | { outcome: 'complete' }
  | { outcome: 'failed'; message?: string };

/** Magnum gives up at the timeout by itself; its words come with the poll after it. */
const LAST_WORDS_MS = 30_000;
const UNCHANGED_FOR_MS = 60 * 60_000;

/** Whether what was asked of a cluster is done, has failed or may take longer. */
export function judgeCluster(options: JudgeClusterOptions): ClusterVerdict {
  const { cluster, progress } = options;
  const { name, status } = cluster;
  switch (kindOfStatus(status)) {
    case 'failed':
    case 'rolled-back':
      return { outcome: 'failed' };
    case 'deleting':
      return {
        outcome: 'failed',
        message: `Cluster ${name}: ${status}; somebody deletes it`,
      };
    case 'complete': {
      const message = describeFailedGroups(
        cluster,
        progress.groups,
        options.nodeGroup,
      );
      return message ? { outcome: 'failed', message } : { outcome: 'complete' };
    }
    default:
      return judgeTime(options);
  }
}

/** Drivers for Cluster API never give up. */
function judgeTime({
  cluster,
  progress,
  age,
}: JudgeClusterOptions): ClusterVerdict {
  const state = `Cluster ${cluster.name}: ${cluster.status ?? 'no status yet'}`;
  const missing = `Still waiting: ${describeMissing(cluster)}`;
  if (age.overdueMs >= LAST_WORDS_MS) {
    return {
      outcome: 'failed',
      message: `${state} (${age.words}), which is all the time it was given. ${missing}`,
    };
  }
  if (!isBeingCreated(cluster) && progress.unchangedMs >= UNCHANGED_FOR_MS) {
    return {
      outcome: 'failed',
      message: `${state}, and nothing has changed for 60 min. ${missing}`,
    };
  }
  return { outcome: 'waiting' };
}
