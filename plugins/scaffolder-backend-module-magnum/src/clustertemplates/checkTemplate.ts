import { Errand } from '../errands';
import { checkFlavor, checkKeypair, known } from '../checks';
import { TemplateRequest } from './TemplateRequest';

const NAME = /^[a-z][a-z0-9.-]{0,62}$/;

/** What is against a cluster template, as far as the cloud says. */
export async function checkTemplate(
  errand: Errand,
  request: TemplateRequest,
): Promise<string[]> {
  const [image, flavors, keypair, network] = await Promise.all([
    checkImage(errand, request.image_id),
    checkFlavors(errand, request),
    checkKeypair(errand, request.keypair_id ?? undefined),
    checkExternalNetwork(errand, request.external_network_id),
  ]);
  return [
    ...checkName(request.name),
    ...image,
    ...flavors,
    ...keypair,
    ...network,
  ];
}

function checkName(name: string): string[] {
  if (!NAME.test(name)) {
    return [
      `The name "${name.slice(
        0,
        80,
      )}" has to be of at most 63 lower-case letters, digits, dots and dashes and begin with a letter`,
    ];
  }
  return /(^|[-.])[rv]?\d/.test(name)
    ? []
    : [
        `The name ${name} has no version in it, such as k8s-v1.36.2 has; used templates never change, so the next one needs a name too`,
      ];
}

async function checkImage(errand: Errand, wanted: string): Promise<string[]> {
  const { cloud, signal } = errand;
  const images = await known(
    errand,
    `the image ${wanted}`,
    cloud.lookups.images({ signal }),
  );
  const image = images?.find(({ id, name }) => [id, name].includes(wanted));
  if (!images || image?.osDistro) {
    return [];
  }
  return [
    image
      ? `The image ${wanted} has no property os_distro, by which Magnum chooses its driver`
      : `There is no image ${wanted}`,
  ];
}

async function checkFlavors(
  errand: Errand,
  { flavor_id: flavor, master_flavor_id: masterFlavor }: TemplateRequest,
): Promise<string[]> {
  if (!flavor && !masterFlavor) {
    return [];
  }
  const { cloud, signal } = errand;
  const flavors = await known(
    errand,
    'the flavors',
    cloud.lookups.flavors({ signal }),
  );
  return [
    checkFlavor({ flavors, wanted: flavor, role: 'nodes' }),
    checkFlavor({ flavors, wanted: masterFlavor, role: 'control-plane nodes' }),
  ].flatMap(({ problem }) => problem ?? []);
}

async function checkExternalNetwork(
  errand: Errand,
  wanted: string | null | undefined,
): Promise<string[]> {
  if (!wanted) {
    return [];
  }
  const { cloud, signal } = errand;
  const networks = await known(
    errand,
    `the external network ${wanted}`,
    cloud.lookups.externalNetworks({ signal }),
  );
  return !networks ||
    networks.some(({ id, name }) => [id, name].includes(wanted))
    ? []
    : [
        `There is no external network ${wanted}; there are: ${
          networks.map(({ name }) => name).join(', ') || 'none'
        }`,
      ];
}
