import { KubernetesObject } from '../../client';
import { LiveObjects } from '../clusters/LiveObjects';

interface PodSpec {
  initContainers?: { image?: string }[];
  containers?: { image?: string }[];
}

/** The images of the pods below some objects, as the Application's summary has them. */
export function podImages(
  roots: KubernetesObject[],
  live: LiveObjects,
): string[] {
  const images = new Set<string>();
  const visit = (object: KubernetesObject) => {
    if (object.kind === 'Pod') {
      imagesOf(object.spec as PodSpec).forEach(image => images.add(image));
    }
    live.ownedBy(object.metadata.uid ?? '').forEach(visit);
  };
  roots.forEach(visit);
  return [...images].sort();
}

/** The images of one object with containers, or with a template of pods. */
export function imagesOf(spec: PodSpec | undefined): string[] {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].flatMap(
    ({ image }) => (image ? [image] : []),
  );
}
