import fs from 'node:fs';
import path from 'node:path';
import { Container, KeyedData, Pod, Volume } from '../types';
import { EnvironmentSources } from './environmentOf';
import { insideOf } from './insideOf';

/** A volume's content that is not there, in the kubelet's words. */
export class MountError extends Error {}

/** Makes the pod's volumes as folders; throws a MountError. */
export function makeVolumes(
  pod: Pod,
  folder: string,
  sources: EnvironmentSources,
): void {
  for (const volume of pod.spec.volumes ?? []) {
    const target = path.join(folder, volume.name);
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    const content = contentOf(pod, volume, sources);
    for (const [file, bytes] of content) {
      const place = path.resolve(target, file);
      if (!place.startsWith(`${target}${path.sep}`)) {
        throw new MountError(`invalid path "${file}"`);
      }
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.writeFileSync(place, bytes, { mode: 0o600 });
    }
  }
}

/**
 * Puts links to the pod's volumes into a container's files. There are no mount
 * namespaces: a process finds them below its image's root, not at an absolute
 * path of this machine.
 */
export function linkVolumes(
  container: Container,
  options: { root: string; folder: string },
): void {
  for (const mount of container.volumeMounts ?? []) {
    const source = insideOf(
      options.folder,
      `${mount.name}/${mount.subPath ?? ''}`,
    );
    const target = insideOf(options.root, mount.mountPath);
    if (source && target && target !== options.root && fs.existsSync(source)) {
      fs.rmSync(target, { recursive: true, force: true });
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.symlinkSync(source, target);
    }
  }
}

function contentOf(
  pod: Pod,
  volume: Volume,
  sources: EnvironmentSources,
): [string, Buffer][] {
  const { configMap, secret } = volume;
  const name = configMap?.name ?? secret?.secretName;
  const wanted = configMap ?? secret;
  if (!name || !wanted) {
    return [];
  }
  const informer = configMap ? sources.configMaps : sources.secrets;
  const object = informer.get(name, pod.metadata.namespace);
  if (!object && !wanted.optional) {
    throw new MountError(
      `MountVolume.SetUp failed for volume "${volume.name}" : ${
        configMap ? 'configmap' : 'secret'
      } "${name}" not found`,
    );
  }
  const data = bytesOf(object, Boolean(secret));
  if (!wanted.items) {
    return [...data];
  }
  return wanted.items.map(({ key, path: file }) => {
    const bytes = data.get(key);
    if (!bytes) {
      throw new MountError(
        `MountVolume.SetUp failed for volume "${
          volume.name
        }" : references non-existent ${
          configMap ? 'config' : 'secret'
        } key: ${key}`,
      );
    }
    return [file, bytes];
  });
}

function bytesOf(object: KeyedData | undefined, encoded: boolean) {
  const decode = (value: string) => Buffer.from(value, 'base64');
  return new Map<string, Buffer>([
    ...Object.entries(object?.data ?? {}).map(
      ([key, value]): [string, Buffer] => [
        key,
        encoded ? decode(value) : Buffer.from(value),
      ],
    ),
    ...Object.entries(object?.binaryData ?? {}).map(
      ([key, value]): [string, Buffer] => [key, decode(value)],
    ),
  ]);
}
