import { MagnumView } from '../subject/MagnumView';
import { Cause } from './Cause';
import { nodeGroupFailed } from './nodeGroupFailed';
import { resizeFailed } from './resizeFailed';
import { upgradeFailed } from './upgradeFailed';

/** What was asked of a cluster that exists did not succeed. */
export function operationFailed(view: MagnumView): Cause | undefined {
  return upgradeFailed(view) ?? nodeGroupFailed(view) ?? resizeFailed(view);
}
