import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
} from '../../client';

export interface UntilOptions<T> {
  client: KubernetesClient;
  resource: KubernetesResource;
  name: string;
  namespace?: string;
  /** Whether it is as wanted; the object is absent when it does not exist. */
  isSo: (object: T | undefined) => unknown;
  /** @default 30 */
  seconds?: number;
}

/** Resolves with an object as soon as it is as wanted. */
export async function until<T extends KubernetesObject>(
  options: UntilOptions<T>,
): Promise<T> {
  const { client, resource, name, namespace, isSo, seconds = 30 } = options;
  const stop = new AbortController();
  const informer = Informer.start<T>({
    client,
    resource,
    namespace,
    signal: stop.signal,
  });
  await informer.synced;
  const find = () => informer.get(name, namespace);
  try {
    return await new Promise<T>((resolve, reject) => {
      const late = AbortSignal.timeout(seconds * 1000);
      late.addEventListener('abort', () =>
        reject(
          new Error(
            `${
              resource.kind
            } ${name} is not as wanted after ${seconds} s: ${JSON.stringify(
              find(),
              null,
              1,
            )}`,
          ),
        ),
      );
      const check = () => {
        if (isSo(find())) {
          resolve(find()!);
        }
      };
      informer.onChange(check);
      check();
    });
  } finally {
    stop.abort();
  }
}
