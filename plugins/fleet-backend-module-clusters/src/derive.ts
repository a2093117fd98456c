import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { deriveMagnum } from './deriveMagnum';
import { deriveRegistered } from './deriveRegistered';
import { Moments } from './subject/Moments';
import { viewMagnum } from './subject/viewMagnum';
import { viewRegistered } from './subject/viewRegistered';

/** A cluster with its diagnosis; none when there is no such cluster. */
export function derive(
  ref: ItemRef,
  read: Reader,
  now: Date,
  previous?: ClusterItem,
): ClusterItem | undefined {
  const moments = Moments.at(now);
  const magnum = viewMagnum({ ref, read, moments });
  if (magnum) {
    return deriveMagnum(magnum, previous);
  }
  const registered = viewRegistered({ ref, read, moments });
  return registered && deriveRegistered(registered, previous);
}
