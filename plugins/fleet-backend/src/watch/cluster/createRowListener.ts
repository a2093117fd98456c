import { WatchedResource } from '@slipway/backstage-plugin-fleet-node';
import { ObjectListener } from '../reflector/ObjectFeed';
import { SinkBatcher } from './SinkBatcher';

/** Makes rows of what happens to the objects of a resource. */
export function createRowListener(options: {
  source: string;
  resource: WatchedResource;
  batcher: SinkBatcher;
  now: () => Date;
}): ObjectListener {
  const { source, resource, batcher, now } = options;
  return {
    changed(object) {
      const row = resource.project(source, object);
      if (row) {
        batcher.row(row);
      }
      return row !== undefined;
    },
    gone(key, object) {
      const last = object && resource.project(source, object);
      const { namespace, name, uid, resourceVersion } = key;
      batcher.row({
        ...(last ?? {
          source,
          resource: resource.id,
          kind: resource.kind,
          namespace,
          name,
          uid,
          resourceVersion,
          labels: {},
          owners: [],
          slices: {},
        }),
        goneAt: now().toISOString(),
      });
    },
  };
}
