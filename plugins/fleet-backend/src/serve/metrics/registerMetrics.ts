import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { fullAccess } from '../access/Access';
import { DefaultFleetView } from '../DefaultFleetView';

/** What is measured. */
export interface FleetMetricsOptions {
  metrics: MetricsService;
  view: DefaultFleetView;
  /** How many rows the engine holds. */
  rowCount(): number;
}

/** What others tell of for the metrics. */
export interface FleetMetrics {
  onRequest(route: string): void;
  /** Seconds from a change in a cluster until it could be served. */
  recordEventLag(seconds: number): void;
}

/** Registers the metrics of the fleet. */
export function registerMetrics(options: FleetMetricsOptions): FleetMetrics {
  const { metrics, view, rowCount } = options;
  metrics
    .createObservableGauge('fleet.rows', {
      description: 'Rows that are held',
      unit: '{row}',
    })
    .addCallback(result => result.observe(rowCount()));
  metrics
    .createObservableGauge<{ domain: string; status: string }>('fleet.items', {
      description: 'Items by domain and status',
      unit: '{item}',
    })
    .addCallback(result => {
      for (const [domain, counts] of Object.entries(view.countsByDomain())) {
        for (const [status, count] of Object.entries(counts)) {
          result.observe(count, { domain, status });
        }
      }
    });
  metrics
    .createObservableGauge<{ state: string }>('fleet.watches', {
      description: 'Watches, one for each resource of a source, by state',
      unit: '{watch}',
    })
    .addCallback(async result => {
      const { sources } = await view.listSources(fullAccess);
      const states = new Map<string, number>();
      for (const { resources } of sources) {
        for (const { state } of resources) {
          states.set(state, (states.get(state) ?? 0) + 1);
        }
      }
      for (const [state, count] of states) {
        result.observe(count, { state });
      }
    });
  const requests = metrics.createCounter<{ route: string }>('fleet.requests', {
    description: 'Requests that were served',
    unit: '{request}',
  });
  const lag = metrics.createHistogram('fleet.event.lag', {
    description: 'From a change in a cluster until it can be served',
    unit: 's',
    advice: {
      explicitBucketBoundaries: [0.01, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 15],
    },
  });
  return {
    onRequest: route => requests.add(1, { route }),
    recordEventLag: seconds => lag.record(seconds),
  };
}
