import { KubernetesObject } from './KubernetesObject';
import { numberOf, textOf, timeOf } from './json';
import { ResourceSpec } from './ResourceSpec';

/** Id of the resource that {@link eventsResource} describes. @public */
export const EVENTS = 'events';

/** What is kept of an Event. @public */
export interface EventSlice {
  /** The object that it is about. */
  about: { kind: string; namespace: string; name: string; uid?: string };
  /** `Normal` or `Warning`. */
  type: string;
  /** One word. */
  reason: string;
  /** At most 1,000 characters. */
  message: string;
  /** How often it happened. */
  count: number;
  /** ISO times. */
  firstSeen?: string;
  /** The newest of all times in it. */
  lastSeen?: string;
  /** Who reported it. */
  reporter?: string;
}

const LONGEST_MESSAGE = 1000;

/**
 * Events about objects of some kinds, for a domain's resources.
 *
 * @public
 */
export function eventsResource(options: {
  /** For example `Order`. */
  kinds: string[];
  /** Only these; all when left out. */
  reasons?: string[];
}): ResourceSpec<EventSlice> {
  const kinds = new Set(options.kinds);
  const reasons = options.reasons && new Set(options.reasons);
  return {
    id: EVENTS,
    kind: 'Event',
    group: '',
    versions: ['v1'],
    plural: 'events',
    namespaced: true,
    fieldSelector:
      kinds.size === 1 ? `involvedObject.kind=${options.kinds[0]}` : undefined,
    retention: { seconds: 24 * 60 * 60, perObject: 20 },
    project(event) {
      const slice = projectEvent(event);
      const isAsked =
        kinds.has(slice.about.kind) && (reasons?.has(slice.reason) ?? true);
      return isAsked && slice.about.name ? slice : undefined;
    },
  };
}

function projectEvent(event: KubernetesObject): EventSlice {
  return {
    about: {
      kind: textOf(event, 'involvedObject', 'kind') ?? '',
      namespace: textOf(event, 'involvedObject', 'namespace') ?? '',
      name: textOf(event, 'involvedObject', 'name') ?? '',
      uid: textOf(event, 'involvedObject', 'uid'),
    },
    type: textOf(event, 'type') ?? 'Normal',
    reason: textOf(event, 'reason') ?? '',
    message: (textOf(event, 'message') ?? '').slice(0, LONGEST_MESSAGE),
    count: numberOf(event, 'series', 'count') ?? numberOf(event, 'count') ?? 1,
    firstSeen:
      timeOf(event, 'firstTimestamp') ??
      timeOf(event, 'eventTime') ??
      timeOf(event, 'metadata', 'creationTimestamp'),
    lastSeen: newest([
      timeOf(event, 'series', 'lastObservedTime'),
      timeOf(event, 'lastTimestamp'),
      timeOf(event, 'eventTime'),
      timeOf(event, 'firstTimestamp'),
      timeOf(event, 'metadata', 'creationTimestamp'),
    ]),
    reporter:
      textOf(event, 'reportingComponent') ??
      textOf(event, 'source', 'component'),
  };
}

function newest(times: (string | undefined)[]): string | undefined {
  return times
    .filter(time => time !== undefined)
    .sort()
    .at(-1);
}
