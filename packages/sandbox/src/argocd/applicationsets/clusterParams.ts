import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { LAST_APPLIED_ANNOTATION } from '../constants';
import { matchesSelector } from './matchesSelector';
import { sanitizeName } from './sanitizeName';
import { LabelSelector, Params } from './types';

/** One set of parameters for each cluster; the own one only without a selector. */
export function clusterParams(
  selector: LabelSelector = {},
  clusters: ClusterRegistry,
): Params[] {
  const selects =
    Object.keys(selector.matchLabels ?? {}).length > 0 ||
    (selector.matchExpressions ?? []).length > 0;
  return clusters
    .list()
    .filter(cluster => cluster.registered || !selects)
    .filter(({ labels }) => matchesSelector(labels, selector))
    .map(({ name, server, labels, annotations, registered }) => {
      const { [LAST_APPLIED_ANNOTATION]: applied, ...shown } = annotations;
      const metadata = {
        ...(Object.keys(annotations).length > 0 ? { annotations: shown } : {}),
        ...(Object.keys(labels).length > 0 ? { labels } : {}),
      };
      return {
        name,
        nameNormalized: sanitizeName(name),
        server,
        project: '',
        ...(registered ? { metadata } : {}),
      };
    });
}
