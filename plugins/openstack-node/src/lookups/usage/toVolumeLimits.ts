import { fieldOf } from '../../json/fieldOf';
import { isObject } from '../../json/isObject';
import { numberIn } from '../../json/numberIn';
import { VolumeLimits } from '../things';
import { toUsage } from './toUsage';

/** Of Cinder's words. */
export function toVolumeLimits(body: unknown): VolumeLimits | undefined {
  const limits = fieldOf(fieldOf(body, 'limits'), 'absolute');
  if (!isObject(limits)) {
    return undefined;
  }
  const usage = (used: string, most: string) =>
    toUsage(numberIn(limits, used), numberIn(limits, most));
  return {
    volumes: usage('totalVolumesUsed', 'maxTotalVolumes'),
    gigabytes: usage('totalGigabytesUsed', 'maxTotalVolumeGigabytes'),
  };
}
