import {
  mockAuthorizer,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { MagnumActionOptions } from '../actions/MagnumActionOptions';
import { Turns } from '../creation';
import { ClusterWatches } from '../watch';
import { FIRST_CREATED } from './FakeMagnum';
import { FakeOpenStack } from './FakeOpenStack';

export interface TestOptions extends Partial<MagnumActionOptions> {
  /** What happens while the action sleeps, one in each sleep. */
  moments?: (() => void)[];
}

/** Options of the actions on a fake cloud, with a clock that never waits. */
export function testOptions(
  cloud: FakeOpenStack,
  { moments, ...overrides }: TestOptions = {},
): MagnumActionOptions & { told: unknown[] } {
  const clock = overrides.clock ?? steppingClock(moments);
  const told: unknown[] = [];
  return {
    told,
    authorizer: mockAuthorizer(),
    clouds: cloud.clouds(),
    events: {
      async publish({ eventPayload }) {
        told.push(eventPayload);
      },
    },
    watches: ClusterWatches.create({ clock, random: () => 0.5 }),
    turns: Turns.create(),
    clock,
    time: () => FIRST_CREATED + clock.now(),
    ...overrides,
  };
}
