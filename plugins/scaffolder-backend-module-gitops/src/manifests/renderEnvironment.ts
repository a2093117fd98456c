import { namespaceFor } from '@slipway/backstage-plugin-fleet-common';
import { ManifestFile } from '../apply';
import { renderYaml } from './renderYaml';
import { EnvironmentManifestOptions } from './ServiceManifestOptions';

const KUSTOMIZE = 'kustomize.config.k8s.io';

/** The folder of a service in one environment: what runs there, and with which configuration. */
export function renderEnvironment(
  options: EnvironmentManifestOptions,
): ManifestFile[] {
  const { service, environment } = options;
  const folder = `services/${service.name}/${environment.name}`;
  return [
    withHost(`${folder}/kustomization.yaml`, options),
    once(`${folder}/config.env`, configEnv(options)),
    once(`${folder}/version/kustomization.yaml`, noVersionYet(options)),
    always(`${folder}/quota.yaml`, quota()),
    always(`${folder}/network-policy.yaml`, networkPolicies()),
  ];
}

/** Belongs to people, or to the deploy step, once it is there. */
function once(path: string, text: string): ManifestFile {
  return { path, content: current => current ?? text };
}

/** Like `once`, but what was written before there was a cluster gets its host. */
function withHost(
  path: string,
  options: EnvironmentManifestOptions,
): ManifestFile {
  const { environment } = options;
  const text = kustomization(options);
  const withoutCluster = kustomization({
    ...options,
    environment: { ...environment, zone: undefined },
  });
  return {
    path,
    content: (current = withoutCluster) =>
      current === withoutCluster ? text : current,
  };
}

function always(path: string, text: string): ManifestFile {
  return { path, content: () => text };
}

function kustomization(options: EnvironmentManifestOptions): string {
  const { service, environment } = options;
  const { name, zone } = environment;
  return renderYaml(
    `${service.name} in ${name}: the version that is deployed, and this environment's own configuration.`,
    {
      apiVersion: `${KUSTOMIZE}/v1beta1`,
      kind: 'Kustomization',
      namespace: namespaceFor(environment, service.name),
      resources: ['quota.yaml', 'network-policy.yaml'],
      components: ['version'],
      configMapGenerator: [
        { name: `${service.name}-config`, envs: ['config.env'] },
      ],
      ...(zone && { patches: [hostPatch(`${service.name}-${name}.${zone}`)] }),
    },
  );
}

/** By target, so that it renders while no version with an Ingress is there. */
function hostPatch(host: string) {
  return {
    target: { kind: 'Ingress' },
    patch: [
      '- op: replace',
      '  path: /spec/rules/0/host',
      `  value: ${host}`,
      '- op: replace',
      '  path: /spec/tls/0/hosts/0',
      `  value: ${host}`,
      '',
    ].join('\n'),
  };
}

function configEnv({ service, environment }: EnvironmentManifestOptions) {
  return `# Configuration of ${service.name} in ${environment.name}: NAME=value, one a line. No secrets.\n`;
}

function noVersionYet({ service, environment }: EnvironmentManifestOptions) {
  return renderYaml(
    `${service.name} is not deployed to ${environment.name} yet. Its first version is written here.`,
    {
      apiVersion: `${KUSTOMIZE}/v1alpha1`,
      kind: 'Component',
      resources: [],
    },
  );
}

function quota(): string {
  return renderYaml('What a service may use in this environment.', {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'service' },
    spec: {
      hard: {
        pods: '20',
        'requests.cpu': '2',
        'requests.memory': '4Gi',
        'limits.memory': '8Gi',
        persistentvolumeclaims: '5',
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      },
    },
  });
}

function networkPolicies(): string {
  const everyPod = { podSelector: {} };
  const ingressController = {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' },
    },
  };
  return renderYaml(
    'Who may talk to the pods: the ingress controller, and the service itself.',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'service' },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [{ from: [everyPod, ingressController] }],
      },
    },
  );
}
