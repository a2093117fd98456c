import {
  EventRecorder,
  KubernetesApiError,
  resources,
  startController,
} from '../../client';
import { canonical } from '../canonical';
import { matchesSelector } from '../matchesSelector';
import { EndpointSlice, Pod, Service } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { seenInCache } from '../seenInCache';
import { endpointSlicesOf, SERVICE_LABEL } from './endpointSlicesOf';

/** The endpoint slice controller: who answers for a Service. */
export function startEndpointSlices(context: WorkloadContext): void {
  const { cache, client, log, now, signal } = context;
  const events = EventRecorder.create({
    client,
    component: 'endpoint-slice-controller',
    log,
    now,
  });

  const seen = seenInCache(cache.endpointSlices, signal);

  const controller = startController({
    name: `${client.name}: endpoint-slice-controller`,
    signal,
    log,
    async reconcile(key) {
      const [namespace, name] = key.split('/');
      const service = cache.services.get(name, namespace);
      if (!service?.spec.selector || service.metadata.deletionTimestamp) {
        return;
      }
      try {
        await sync(service);
      } catch (error) {
        const expected =
          error instanceof KubernetesApiError && error.code === 409;
        if (!expected) {
          events.record(service, {
            type: 'Warning',
            reason: 'FailedToUpdateEndpointSlices',
            message: `Error updating Endpoint Slices for Service ${key}: ${
              (error as Error).message
            }`,
          });
        }
        throw error;
      }
    },
  });

  async function sync(service: Service): Promise<void> {
    const { name, namespace } = service.metadata;
    const pods = cache.pods
      .list(namespace)
      .filter(pod => selects(service, pod));
    const existing = cache.endpointSlices
      .list(namespace)
      .filter(slice => slice.metadata.labels?.[SERVICE_LABEL] === name);
    const wanted = endpointSlicesOf(service, pods);
    const left = new Set(existing);

    for (const slice of wanted) {
      const same = [...left].find(
        candidate => canonical(candidate.ports) === canonical(slice.ports),
      );
      const reused = same ?? [...left][0];
      if (reused) {
        left.delete(reused);
        await update(reused, slice);
      } else {
        await create(slice);
      }
    }
    for (const slice of left) {
      await client.delete(resources.endpointSlices, slice.metadata.name, {
        namespace,
      });
    }
  }

  async function create(slice: EndpointSlice): Promise<void> {
    const { name, namespace } = (
      await client.create(resources.endpointSlices, slice)
    ).metadata;
    await seen(() => Boolean(cache.endpointSlices.get(name, namespace)));
  }

  async function update(current: EndpointSlice, slice: EndpointSlice) {
    const { endpoints, ports } = slice;
    if (
      canonical({ endpoints, ports }) !==
      canonical({ endpoints: current.endpoints, ports: current.ports })
    ) {
      await client.update(resources.endpointSlices, {
        ...current,
        endpoints,
        ports,
      });
    }
  }

  const enqueue = (service: Service) =>
    controller.enqueue(
      `${service.metadata.namespace}/${service.metadata.name}`,
    );
  cache.services.onChange(({ after }) => after && enqueue(after));
  cache.pods.onChange(({ before, after }) => {
    const { namespace } = (after ?? before)!.metadata;
    cache.services
      .list(namespace)
      .filter(service =>
        [before, after].some(pod => pod && selects(service, pod)),
      )
      .forEach(enqueue);
  });
  cache.endpointSlices.onChange(({ before, after }) => {
    const slice = (after ?? before)!;
    const name = slice.metadata.labels?.[SERVICE_LABEL];
    const service = name && cache.services.get(name, slice.metadata.namespace);
    if (service) {
      enqueue(service);
    }
  });
}

function selects(service: Service, pod: Pod): boolean {
  const matchLabels = service.spec.selector;
  return Boolean(
    matchLabels && matchesSelector({ matchLabels }, pod.metadata.labels),
  );
}
