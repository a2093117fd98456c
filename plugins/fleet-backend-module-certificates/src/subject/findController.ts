import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { DEPLOYMENTS } from '../resourceIds';
import { DeploymentSlice } from '../slices';
import { allSeen } from './allSeen';
import { Seen } from './Seen';

const LABEL = { key: 'app.kubernetes.io/name', value: 'cert-manager' };

/** The Deployment of cert-manager's controller; of several one that runs. */
export function findController(
  read: Reader,
  source: string,
): Seen<DeploymentSlice> | undefined {
  const candidates = allSeen<DeploymentSlice>(
    read.rowsByLabel(source, DEPLOYMENTS, LABEL),
  );
  return candidates.find(({ slice }) => slice.available > 0) ?? candidates[0];
}
