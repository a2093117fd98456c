import { JsonObject } from '../types';
import { fill, part, parts } from './fields';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const FILE_MODE = 0o644;

/** The defaults of a pod's or a pod template's spec. */
export function defaultPodSpec(spec: JsonObject): void {
  fill(spec, {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
  });
  if (typeof spec.serviceAccountName === 'string') {
    spec.serviceAccount = spec.serviceAccountName;
  } else if (typeof spec.serviceAccount === 'string') {
    spec.serviceAccountName = spec.serviceAccount;
  }
  for (const name of ['initContainers', 'containers', 'ephemeralContainers']) {
    parts(spec, name).forEach(defaultContainer);
  }
  parts(spec, 'volumes').forEach(defaultVolume);
}

function defaultContainer(container: JsonObject) {
  fill(container, {
    imagePullPolicy: pullPolicyFor(String(container.image ?? '')),
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  parts(container, 'ports').forEach(port => fill(port, { protocol: 'TCP' }));
  for (const variable of parts(container, 'env')) {
    const reference = part(part(variable, 'valueFrom'), 'fieldRef');
    if (reference) {
      fill(reference, { apiVersion: 'v1' });
    }
  }
  for (const name of PROBES) {
    const probe = part(container, name);
    if (probe) {
      defaultProbe(probe);
    }
  }
  const lifecycle = part(container, 'lifecycle');
  for (const hook of ['postStart', 'preStop']) {
    defaultHttpGet(part(lifecycle, hook));
  }
}

function defaultProbe(probe: JsonObject) {
  fill(probe, {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  defaultHttpGet(probe);
  const grpc = part(probe, 'grpc');
  if (grpc) {
    fill(grpc, { service: '' });
  }
}

function defaultHttpGet(handler: JsonObject | undefined) {
  const httpGet = part(handler, 'httpGet');
  if (httpGet) {
    fill(httpGet, { path: '/', scheme: 'HTTP' });
  }
}

function defaultVolume(volume: JsonObject) {
  if (Object.keys(volume).every(key => key === 'name')) {
    volume.emptyDir = {};
  }
  for (const source of ['secret', 'configMap', 'downwardAPI', 'projected']) {
    const found = part(volume, source);
    if (found) {
      fill(found, { defaultMode: FILE_MODE });
    }
  }
  const hostPath = part(volume, 'hostPath');
  if (hostPath) {
    fill(hostPath, { type: '' });
  }
  for (const source of parts(part(volume, 'projected'), 'sources')) {
    const token = part(source, 'serviceAccountToken');
    if (token) {
      fill(token, { expirationSeconds: 3600 });
    }
  }
}

function pullPolicyFor(image: string): string {
  if (image.includes('@')) {
    return 'IfNotPresent';
  }
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}
