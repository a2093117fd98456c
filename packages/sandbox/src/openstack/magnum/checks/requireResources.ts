import { ServiceError } from '../../http/ServiceError';
import {
  FLAVORS,
  IMAGES,
  KEYPAIRS,
  NETWORKS,
} from '../../services/cloudResources';

/** Throws what Magnum answers when Nova does not know a flavor. */
export function requireFlavor(flavor: string | null | undefined): void {
  const isKnown = FLAVORS.some(
    ({ id, name }) => id === flavor || name === flavor,
  );
  if (flavor && !isKnown) {
    throw new ServiceError(400, `Unable to find flavor ${flavor}.`);
  }
}

export function requireKeypair(keypair: string | null | undefined): void {
  if (keypair && !KEYPAIRS.some(({ name }) => name === keypair)) {
    throw new ServiceError(404, `Unable to find keypair ${keypair}.`);
  }
}

export function requireExternalNetwork(
  network: string | null | undefined,
): void {
  const isKnown = NETWORKS.some(
    known =>
      known['router:external'] &&
      (known.id === network || known.name === network),
  );
  if (network && !isKnown) {
    throw new ServiceError(400, `Unable to find external network ${network}.`);
  }
}

/** The distribution of an image decides which driver there is for it. */
export function requireDistribution(image: {
  imageId: string;
  serverType: string;
  coe: string;
}): string {
  const { imageId, serverType, coe } = image;
  const known = IMAGES.find(
    ({ id, name }) => id === imageId || name === imageId,
  );
  const distro = known ? known.os_distro ?? 'None' : 'Unset';
  if (
    distro !== 'fedora-coreos' ||
    coe !== 'kubernetes' ||
    serverType !== 'vm'
  ) {
    throw new ServiceError(
      400,
      `Cluster type (${serverType}, ${distro}, ${coe}) not supported.`,
    );
  }
  return distro;
}
