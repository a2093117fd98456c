import { ApplicationSlice } from '../slices';
import { applicationsTo } from './applicationsTo';
import { RegisteredView } from './RegisteredView';
import { Seen } from './Seen';
import { isInCluster } from './isInCluster';

const IN_CLUSTER = 'https://kubernetes.default.svc';
/** How an Argo CD calls the cluster that it runs on unless told otherwise. */
const IN_CLUSTER_NAME = 'in-cluster';

/** The Applications that go to a registered cluster. */
export function applicationsOf({
  around,
  fleet,
  name,
  secrets,
}: RegisteredView): Seen<ApplicationSlice>[] {
  const isInside = (server: string) => isInCluster(server);
  const outside = secrets.filter(({ slice }) => !isInside(slice.server));
  const inside = secrets.filter(({ slice }) => isInside(slice.server));
  const fromAnywhere = applicationsTo(around, {
    names: unique([name, ...outside.map(({ slice }) => slice.name)]),
    servers: unique([
      ...(fleet?.server ? [fleet.server] : []),
      ...outside.map(({ slice }) => slice.server),
    ]),
  });
  const fromItself = fleet
    ? applicationsTo(
        around,
        {
          names: unique([
            IN_CLUSTER_NAME,
            ...inside.map(({ slice }) => slice.name),
          ]),
          servers: [IN_CLUSTER],
        },
        [fleet],
      )
    : [];
  return [...fromAnywhere, ...fromItself];
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
