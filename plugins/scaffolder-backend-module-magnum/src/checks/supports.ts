import { Errand, patiently } from '../errands';

/** Whether the Magnum of a cloud has a microversion, such as `1.10`. */
export async function supports(
  errand: Errand,
  microversion: string,
): Promise<boolean> {
  const { cloud, signal } = errand;
  const { used } = await patiently(errand, () =>
    cloud.magnum.microversion({ signal }),
  );
  return minorOf(used) >= minorOf(microversion);
}

function minorOf(microversion: string): number {
  return Number(microversion.split('.')[1]);
}
