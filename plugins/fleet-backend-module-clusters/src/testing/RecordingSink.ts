import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import {
  KubernetesObject,
  RecordSink,
  recordOf,
  RowSourceState,
} from '@slipway/backstage-plugin-fleet-node';

/** Remembers what a row source tells. */
export class RecordingSink implements RecordSink {
  readonly records: Record<string, KubernetesObject[]> = {};
  readonly covered: Record<string, Coverage> = {};
  readonly states: RowSourceState[] = [];

  static create(): RecordingSink {
    return new RecordingSink();
  }

  private constructor() {}

  replace(resource: string, records: KubernetesObject[]): void {
    this.records[resource] = records;
    this.covered[resource] = { state: 'live' };
  }

  coverage(resource: string, coverage: Coverage): void {
    this.covered[resource] = coverage;
  }

  state(state: RowSourceState): void {
    this.states.push(state);
  }

  /** What was told of a kind last, as Magnum has it. */
  bodies(resource: string): Readonly<Record<string, unknown>>[] {
    return (this.records[resource] ?? []).map(record =>
      recordOf(record, 'body'),
    );
  }
}
