import { Surroundings } from './Surroundings';

/** Whether a cluster is one of Magnum: by its address, or by its name. */
export function isMagnums(
  around: Surroundings,
  { name, server }: { name: string; server?: string },
): boolean {
  return (
    around.magnumNamed(name).length > 0 ||
    (server !== undefined && around.magnumAt(server).length > 0)
  );
}
