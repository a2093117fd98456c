import {
  ANNOTATION_REPOSITORY,
  applicationOf,
  ARGOCD_API_VERSION,
  namespaceFor,
} from '@slipway/backstage-plugin-fleet-common';
import { parse } from 'yaml';
import { ManifestFile } from '../apply';
import { inArgocd, renderYaml } from './renderYaml';
import { serviceLabels } from './serviceLabels';
import { EnvironmentManifestOptions } from './ServiceManifestOptions';

/**
 * The Application of a service in one environment. Where the environment has
 * no cluster yet it is an ApplicationSet, which makes the Application as soon
 * as a cluster that matches is registered.
 */
export function renderApplication(
  options: EnvironmentManifestOptions,
): ManifestFile {
  const { service, environment } = options;
  return {
    path: `argocd/applications/${service.name}-${environment.name}.yaml`,
    content(current) {
      // An ApplicationSet stays one when its cluster comes: replacing it would
      // delete the Application that it made, and with it what is running.
      if (environment.cluster && !isApplicationSet(current)) {
        return renderYaml(
          `${service.name} in ${environment.name}. Written by Slipway; changes by hand are put right.`,
          inArgocd(application(options, environment.cluster)),
        );
      }
      return renderYaml(
        `${service.name} in ${environment.name}, on the cluster that matches the environment's selector.\n` +
          'Written by Slipway; changes by hand are put right.',
        inArgocd(applicationSet(options)),
      );
    },
  };
}

function applicationSet(options: EnvironmentManifestOptions) {
  const { clusterSelector } = options.environment;
  const { metadata, spec } = application(options, '{{.name}}');
  const { annotations, labels, name } = metadata;
  return {
    apiVersion: ARGOCD_API_VERSION,
    kind: 'ApplicationSet',
    metadata: { name, labels, annotations },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        { clusters: { selector: { matchLabels: clusterSelector } } },
      ],
      template: { metadata, spec },
    },
  };
}

function application(options: EnvironmentManifestOptions, cluster: string) {
  const { service, environment, platform } = options;
  return applicationOf({
    name: `${service.name}-${environment.name}`,
    project: service.owner,
    labels: serviceLabels(service, environment),
    annotations: { [ANNOTATION_REPOSITORY]: service.repository },
    source: {
      repoURL: `${platform.url}.git`,
      targetRevision: platform.branch,
      path: `services/${service.name}/${environment.name}`,
    },
    destination: {
      name: cluster,
      namespace: namespaceFor(environment, service.name),
    },
  });
}

function isApplicationSet(current: string | undefined): boolean {
  try {
    return parse(current ?? '')?.kind === 'ApplicationSet';
  } catch {
    return false;
  }
}
