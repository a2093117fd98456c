import { MagnumView } from '../subject/MagnumView';
import { Cause } from './Cause';
import { cloudSilent } from './cloudSilent';
import { creationObstacle } from './creationObstacle';
import { creationUnexplained } from './creationUnexplained';
import { creatorGone } from './creatorGone';
import { deletionBlocked } from './deletionBlocked';
import { FindingStep } from './FindingStep';
import { healthBroken } from './healthBroken';
import { magnumCollision } from './magnumCollision';
import { notInArgoCd } from './notInArgoCd';
import { operationFailed } from './operationFailed';
import { versionUnsupported } from './versionUnsupported';

type Step = FindingStep<MagnumView>;

/** The order of CAUSES-clusters.md: the first that holds is the cause. */
const OF_CREATION: Step[] = [creationObstacle, creationUnexplained];
const OF_DELETION: Step[] = [creatorGone, deletionBlocked];
const OF_EXISTENCE: Step[] = [
  creatorGone,
  operationFailed,
  healthBroken,
  magnumCollision,
  notInArgoCd,
  versionUnsupported,
];

/** What is wrong with a cluster of Magnum, deepest first. */
export function diagnoseMagnum(view: MagnumView): Cause[] {
  const silent = cloudSilent(view);
  // Whatever the last answer says, it is old.
  if (silent) {
    return [silent];
  }
  const { operation, outcome } = view.phase;
  if (operation === 'DELETE') {
    return causesOf(OF_DELETION, view).slice(0, 1);
  }
  return operation === 'CREATE' && outcome !== 'COMPLETE'
    ? causesOf(OF_CREATION, view).slice(0, 1)
    : causesOf(OF_EXISTENCE, view);
}

function causesOf(steps: Step[], view: MagnumView): Cause[] {
  return steps.flatMap(step => step(view) ?? []);
}
