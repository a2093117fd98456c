import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { Application, AppProject } from '../types';
import { isDestinationPermitted, isSourcePermitted } from './permissions';

export type ValidatedApplication =
  | { project: AppProject; cluster: DestinationCluster }
  | { errors: string[] };

/** What is wrong with an Application before anything is compared. */
export function validateApplication(
  application: Application,
  options: {
    project: AppProject | undefined;
    clusters: ClusterRegistry;
  },
): ValidatedApplication {
  const { project, clusters } = options;
  const { spec } = application;
  if (!project) {
    return {
      errors: [
        `Application referencing project ${spec.project} which does not exist`,
      ],
    };
  }
  const { source } = spec;
  if (!source?.repoURL || (!source.path && !source.chart)) {
    return {
      errors: [
        'spec.source.repoURL and either spec.source.path or spec.source.chart are required',
      ],
    };
  }
  const errors: string[] = [];
  const { name } = project.metadata;
  if (!isSourcePermitted(project, source.repoURL)) {
    errors.push(
      `application repo ${source.repoURL} is not permitted in project '${name}'`,
    );
  }
  const found = clusters.find(spec.destination);
  if ('error' in found) {
    return { errors: [...errors, found.error] };
  }
  const { cluster } = found;
  const { namespace = '' } = spec.destination;
  if (!isDestinationPermitted(project, cluster, namespace)) {
    const server = spec.destination.name ? cluster.name : cluster.server;
    errors.push(
      `application destination server '${server}' and namespace '${namespace}' do not match any of the allowed destinations in project '${name}'`,
    );
  }
  return errors.length > 0 ? { errors } : { project, cluster };
}
