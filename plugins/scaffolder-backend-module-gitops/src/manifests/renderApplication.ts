import {
  ANNOTATION_REPOSITORY,
  namespaceFor,
} from '@slipway/backstage-plugin-fleet-common';
import { parse } from 'yaml';
import { ManifestFile } from '../apply';
import {
  APPLICATION_FINALIZERS,
  ARGOCD_API_VERSION,
  ARGOCD_NAMESPACE,
} from './argocd';
import { renderYaml } from './renderYaml';
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
      const asSet = !environment.cluster || isApplicationSet(current);
      return asSet ? applicationSet(options) : application(options);
    },
  };
}

function application(options: EnvironmentManifestOptions): string {
  const { service, environment } = options;
  return renderYaml(
    `${service.name} in ${environment.name}. Written by Slipway; changes by hand are put right.`,
    {
      apiVersion: ARGOCD_API_VERSION,
      kind: 'Application',
      metadata: {
        namespace: ARGOCD_NAMESPACE,
        ...templateMetadata(options),
      },
      spec: applicationSpec(options, environment.cluster as string),
    },
  );
}

function applicationSet(options: EnvironmentManifestOptions): string {
  const { service, environment } = options;
  return renderYaml(
    `${service.name} in ${environment.name}, on the cluster that matches the environment's selector.\n` +
      'Written by Slipway; changes by hand are put right.',
    {
      apiVersion: ARGOCD_API_VERSION,
      kind: 'ApplicationSet',
      metadata: {
        name: `${service.name}-${environment.name}`,
        namespace: ARGOCD_NAMESPACE,
        labels: serviceLabels(service, environment),
        annotations: { [ANNOTATION_REPOSITORY]: service.repository },
      },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [
          {
            clusters: {
              selector: { matchLabels: environment.clusterSelector },
            },
          },
        ],
        template: {
          metadata: templateMetadata(options),
          spec: applicationSpec(options, '{{.name}}'),
        },
      },
    },
  );
}

function templateMetadata({
  service,
  environment,
}: EnvironmentManifestOptions) {
  return {
    name: `${service.name}-${environment.name}`,
    labels: serviceLabels(service, environment),
    annotations: { [ANNOTATION_REPOSITORY]: service.repository },
    finalizers: APPLICATION_FINALIZERS,
  };
}

function applicationSpec(options: EnvironmentManifestOptions, cluster: string) {
  const { service, environment, platform } = options;
  return {
    project: service.owner,
    source: {
      repoURL: `${platform.url}.git`,
      targetRevision: platform.branch,
      path: `services/${service.name}/${environment.name}`,
    },
    destination: {
      name: cluster,
      namespace: namespaceFor(environment, service.name),
    },
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      managedNamespaceMetadata: {
        labels: serviceLabels(service, environment),
      },
      syncOptions: ['CreateNamespace=true'],
      retry: {
        limit: 5,
        backoff: { duration: '2s', factor: 2, maxDuration: '1m' },
      },
    },
  };
}

function isApplicationSet(current: string | undefined): boolean {
  try {
    return parse(current ?? '')?.kind === 'ApplicationSet';
  } catch {
    return false;
  }
}
