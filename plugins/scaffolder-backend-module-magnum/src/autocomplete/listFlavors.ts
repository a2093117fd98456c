import { answerOf } from './answerOf';
import { AutocompleteResult } from './AutocompleteResult';
import { present } from './present';
import { Question } from './Question';

/** Flavors, the smallest first. */
export async function listFlavors({
  cloud,
  signal,
}: Question): Promise<AutocompleteResult[]> {
  const flavors = await answerOf(cloud.lookups.flavors({ signal }));
  return [...flavors]
    .sort((one, other) => one.vcpus - other.vcpus || one.ramMb - other.ramMb)
    .map(({ id, name, vcpus, ramMb, diskGb }) => ({
      id: name,
      title: `${name}: ${vcpus} vCPU, ${formatGb(
        ramMb,
      )} GB RAM, ${diskGb} GB disk`,
      ...present({ name, flavorId: id, vcpus, ramMb, diskGb }),
    }));
}

function formatGb(megabytes: number): string {
  return String(Math.round((megabytes / 1024) * 10) / 10);
}
