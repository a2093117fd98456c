import { fieldOf } from '../../json/fieldOf';
import { isObject } from '../../json/isObject';
import { numberIn } from '../../json/numberIn';
import { ComputeLimits } from '../things';
import { toUsage } from './toUsage';

/** Of Nova's words. */
export function toComputeLimits(body: unknown): ComputeLimits | undefined {
  const limits = fieldOf(fieldOf(body, 'limits'), 'absolute');
  if (!isObject(limits)) {
    return undefined;
  }
  const usage = (used: string, most: string) =>
    toUsage(numberIn(limits, used), numberIn(limits, most));
  return {
    instances: usage('totalInstancesUsed', 'maxTotalInstances'),
    cores: usage('totalCoresUsed', 'maxTotalCores'),
    ramMb: usage('totalRAMUsed', 'maxTotalRAMSize'),
  };
}
