import fs from 'node:fs';
import { parse } from 'yaml';
import { KubernetesObject } from '../client';
import { RecordedCloud } from '../openstack/types';
import { readRecords } from './readRecords';
import { shiftTimes } from './shiftTimes';

/** A cluster as a scenario of the failure corpus has it. */
export interface ScenarioCluster {
  name: string;
  reachable: boolean;
  /** Plural names of kinds that the fleet may not read there. */
  forbidden: string[];
  objects: KubernetesObject[];
}

/** A scenario whose times are as long ago as they were for its author. */
export interface Scenario {
  name: string;
  story: string;
  clusters: ScenarioCluster[];
  /** What a cloud answered. */
  openstack?: RecordedCloud;
}

/**
 * Reads a corpus scenario and moves its times to `now`.
 *
 * @throws Error naming the file and what is wrong with it.
 */
export function readScenario(file: string, now: Date): Scenario {
  const content = parseFile(file);
  const { scenario, story = '', clusters, openstack } = content;
  const then = new Date(String(content.now));
  if (typeof scenario !== 'string' || Number.isNaN(then.getTime())) {
    throw new Error(`${file} is no scenario: "scenario" or "now" is missing.`);
  }
  if (!Array.isArray(clusters) || (clusters.length === 0 && !openstack)) {
    throw new Error(`${file} has no clusters to show.`);
  }
  const byMs = now.getTime() - then.getTime();
  const shifted = shiftTimes(clusters, byMs);
  return {
    name: scenario,
    story: String(story),
    clusters: (shifted as Record<string, unknown>[]).map(cluster => ({
      name: String(cluster.name),
      reachable: cluster.reachable !== false,
      forbidden: ((cluster.forbidden ?? []) as unknown[]).map(String),
      objects: requireObjects(file, cluster.objects ?? []),
    })),
    openstack: openstack
      ? readRecords(file, shiftTimes(openstack, byMs))
      : undefined,
  };
}

function parseFile(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return parse(text) ?? {};
  } catch (error) {
    throw new Error(`${file} is not YAML: ${(error as Error).message}`);
  }
}

function requireObjects(file: string, objects: unknown): KubernetesObject[] {
  const whole =
    Array.isArray(objects) &&
    objects.every(
      object => object?.apiVersion && object?.kind && object?.metadata?.name,
    );
  if (!whole) {
    throw new Error(
      `${file}: every object needs apiVersion, kind and metadata.name.`,
    );
  }
  return objects;
}
