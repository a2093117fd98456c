import { Caller } from '../keystone/Caller';
import { AdoptedCluster } from '../types';
import { settleNodes } from './conductor/settleNodes';
import { MagnumContext } from './MagnumContext';
import { newCluster } from './newCluster';
import { ClusterRecord } from './store/records';

/** Puts a cluster that is there already among those that were ordered. */
export function adoptCluster(
  context: MagnumContext,
  caller: Caller,
  adopted: AdoptedCluster,
): ClusterRecord {
  const { store, certificates } = context;
  const { name, ca, apiAddress, nodeCount, labels } = adopted;
  const known = store.clusters.find(
    cluster =>
      cluster.adopted &&
      cluster.name === name &&
      cluster.projectId === caller.project?.id,
  );
  if (known) {
    certificates.adopt(known.uuid, ca);
    known.apiAddress = apiAddress;
    store.saveCluster(known);
    return known;
  }
  const template = store.templates.find(
    candidate => candidate.name === adopted.template,
  );
  if (!template) {
    throw new Error(`There is no cluster template ${adopted.template}.`);
  }
  const cluster = newCluster(context, caller, {
    fields: { name, node_count: nodeCount, labels, merge_labels: true },
    template,
  });
  cluster.adopted = true;
  cluster.visibleAt = cluster.createdAt;
  cluster.apiAddress = apiAddress;
  cluster.version = cluster.labels.kube_tag;
  cluster.stackId = cluster.groups[0].uuid;
  cluster.status = 'CREATE_COMPLETE';
  for (const group of cluster.groups) {
    settleNodes(cluster, group);
    group.stackId = cluster.stackId;
    group.status = 'CREATE_COMPLETE';
    group.statusReason = 'Stack CREATE completed successfully';
  }
  certificates.adopt(cluster.uuid, ca);
  store.addCluster(cluster);
  return cluster;
}
