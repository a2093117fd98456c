import { numberIn } from '../../json/numberIn';
import { textIn } from '../../json/textIn';
import { Flavor } from '../things';

/** Of Nova's words; not of one that may no longer be used. */
export function toFlavor(body: Record<string, unknown>): Flavor | undefined {
  const id = textIn(body, 'id');
  if (!id || body['OS-FLV-DISABLED:disabled'] === true) {
    return undefined;
  }
  return {
    id,
    name: textIn(body, 'name') ?? id,
    vcpus: numberIn(body, 'vcpus') ?? 0,
    ramMb: numberIn(body, 'ram') ?? 0,
    diskGb: numberIn(body, 'disk') ?? 0,
  };
}
