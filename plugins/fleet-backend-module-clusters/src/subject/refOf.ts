import {
  ObjectRef,
  sourceNameOf,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node/engine';

/** Names the object of a row. */
export function refOf({ source, kind, namespace, name }: Row): ObjectRef {
  return { scope: sourceNameOf(source), kind, namespace, name };
}
