import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../client';
import { runnerDefinitions } from './runnerDefinitions';
import { ScaleSetObjects } from './ScaleSetObjects';
import { AutoscalingRunnerSet, EphemeralRunnerSet } from './types';

// What ARC 0.14.2 itself wrote, with how it was provoked in the README there.
const samples = path.resolve(
  __dirname,
  '../../../../../lab/samples/arc-0.14.2',
);

function recorded<T extends KubernetesObject>(state: string): T[] {
  const file = path.join(samples, `${state}.json`);
  const content = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Array.isArray(content) ? content : [content];
}

const HASHES = /^actions\.github\.com\/(change|runner-spec)-hash$/;

/** An object as its controller wrote it: without what the API server adds. */
function written({ metadata, spec }: KubernetesObject) {
  const { name, generateName, namespace, labels, finalizers } = metadata;
  const annotations = Object.entries(metadata.annotations ?? {}).map(
    ([key, value]) => [key, HASHES.test(key) ? 'hash' : value],
  );
  return {
    name: generateName ?? name.replace(/-[0-9a-f]{8}-/, '-HASH-'),
    namespace,
    labels,
    annotations: Object.fromEntries(annotations),
    finalizers,
    owners: metadata.ownerReferences,
    // The API server fills in empty resources, and the image is the lab's own.
    spec: JSON.parse(
      JSON.stringify(spec, (key, value) =>
        key === 'resources' || key === 'image' ? undefined : value,
      ),
    ),
  };
}

describe('objects recorded from ARC 0.14.2', () => {
  const [set] = recorded<AutoscalingRunnerSet>(
    'registered-autoscalingrunnersets',
  );
  const [runnerSet] = recorded<EphemeralRunnerSet>(
    'registered-ephemeralrunnersets',
  );
  const objects = ScaleSetObjects.of(set, 1);

  it('has the same metadata on a set that GitHub does not know', () => {
    const [pending] = recorded<AutoscalingRunnerSet>(
      'unauthorised-autoscalingrunnersets',
    );
    const { annotations, finalizers } = written(pending);
    const metadata = ScaleSetObjects.of(pending, 1).adoption();
    expect(
      written({ ...pending, metadata: { name: '', ...metadata } }),
    ).toEqual(expect.objectContaining({ annotations, finalizers }));
  });

  it('has the same metadata on a registered set', () => {
    const metadata = { ...set.metadata, ...objects.registration() };
    expect(written({ ...set, metadata })).toEqual(written(set));
  });

  it('has the same listener', () => {
    const [listener] = recorded('registered-autoscalinglisteners');
    const ours = objects.listener(runnerSet.metadata.name);
    expect(written(ours)).toEqual(written(listener));
    expect(ours.status).toBeUndefined();
  });

  it('has the same set of runners, and the same runners', () => {
    expect(written(objects.runnerSet())).toEqual(written(runnerSet));
    const [runner] = recorded('listening-ephemeralrunners');
    expect(written(objects.runner(runnerSet))).toEqual(written(runner));
  });

  it.each([
    ['AutoscalingRunnerSet', 'listening-autoscalingrunnersets'],
    ['AutoscalingRunnerSet', 'mixed-later-autoscalingrunnersets'],
    ['AutoscalingRunnerSet', 'deleting-registered-401-autoscalingrunnerset'],
    ['AutoscalingListener', 'listening-autoscalinglisteners'],
    ['EphemeralRunnerSet', 'listening-ephemeralrunnersets'],
    ['EphemeralRunner', 'listening-ephemeralrunners'],
  ])('keeps every field of %s (%s)', (kind, state) => {
    const { spec, status } = propertiesOf(kind);
    for (const object of recorded(state)) {
      expect(Object.keys(spec)).toEqual(
        expect.arrayContaining(Object.keys(object.spec as object)),
      );
      expect(Object.keys(status)).toEqual(
        expect.arrayContaining(Object.keys(object.status ?? {})),
      );
    }
  });
});

/** What the definition of a kind knows; the rest would be pruned. */
function propertiesOf(kind: string): { spec: object; status: object } {
  const { versions } = runnerDefinitions()
    .map(({ spec }) => spec as DefinitionSpec)
    .find(({ names }) => names.kind === kind)!;
  const { spec, status } = versions[0].schema.openAPIV3Schema.properties;
  return { spec: spec.properties, status: status.properties };
}

interface DefinitionSpec {
  names: { kind: string };
  versions: {
    schema: {
      openAPIV3Schema: {
        properties: Record<'spec' | 'status', { properties: object }>;
      };
    };
  }[];
}
