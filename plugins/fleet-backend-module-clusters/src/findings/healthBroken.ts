import { MagnumView } from '../subject/MagnumView';
import { apiDown } from './apiDown';
import { Cause } from './Cause';
import { nodesNotReady } from './nodesNotReady';
import { notObservable } from './notObservable';

/** What Magnum sees of a finished cluster is not well. */
export function healthBroken(view: MagnumView): Cause | undefined {
  return apiDown(view) ?? nodesNotReady(view) ?? notObservable(view);
}
