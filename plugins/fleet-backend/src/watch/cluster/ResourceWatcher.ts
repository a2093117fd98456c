import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { Clock, WatchedResource } from '@slipway/backstage-plugin-fleet-node';
import { Collection } from '../reflector/Collection';
import { CoverageTracker } from '../reflector/CoverageTracker';
import { ObjectFeed } from '../reflector/ObjectFeed';
import { Reflector } from '../reflector/Reflector';
import {
  ReflectorCluster,
  ReflectorOptions,
} from '../reflector/ReflectorOptions';
import { createRowListener } from './createRowListener';
import { NamespaceFallback } from './NamespaceFallback';
import { ResourceFinder } from './ResourceFinder';
import { ResumeResource } from './ResumeFrom';
import { SinkBatcher } from './SinkBatcher';

/** What is watched, where, and who hears of it. */
export interface ResourceWatcherOptions {
  source: string;
  resource: WatchedResource;
  /** What the last run left of it. */
  remembered?: ResumeResource;
  cluster: ReflectorCluster;
  finder: ResourceFinder;
  batcher: SinkBatcher;
  slots: ReflectorOptions['slots'];
  clock: Clock;
  now: () => Date;
  random: () => number;
}

/** Watches one resource of one cluster, in all namespaces or where it may. */
export class ResourceWatcher {
  readonly #options: ResourceWatcherOptions;
  readonly #feed: ObjectFeed;
  readonly #fallback: NamespaceFallback | undefined;
  readonly #reflector: Reflector;

  static create(options: ResourceWatcherOptions): ResourceWatcher {
    return new ResourceWatcher(options);
  }

  private constructor(options: ResourceWatcherOptions) {
    this.#options = options;
    const { resource, remembered, batcher } = options;
    this.#feed = ObjectFeed.create({
      known: remembered?.known ?? [],
      listener: createRowListener(options),
    });
    this.#fallback = this.#createFallback(resource.namespacesWhenForbidden);
    this.#reflector = Reflector.create({
      ...options,
      find: find => this.#find(find),
      feed: this.#feed,
      coverage: this.#track(allOf(remembered), coverage => {
        this.#tell(coverage);
        this.#fallback?.follow(coverage);
      }),
      resourceVersion: remembered?.resourceVersion,
      position: resourceVersion =>
        batcher.position({ ...this.#subject(), resourceVersion }),
    });
  }

  /** The server is another one, which counts its own versions. */
  startOver(): void {
    this.#reflector.startOver();
    this.#fallback?.startOver();
  }

  /** The cluster does not answer. */
  lost(message: string): void {
    this.#reflector.lost(message);
    this.#fallback?.lost(message);
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#reflector.run(signal);
    await this.#fallback?.close();
  }

  #createFallback(
    namespaces: string[] | undefined,
  ): NamespaceFallback | undefined {
    const { remembered } = this.#options;
    if (!namespaces) {
      return undefined;
    }
    const covered = allOf(remembered) ? 'covered' : 'watched';
    return NamespaceFallback.create({
      namespaces,
      before: remembered?.namespaces?.size ? covered : 'unused',
      tell: (namespace, coverage) => this.#tell(coverage, namespace),
      reflectorOf: (namespace, isHeard) => this.#inside(namespace, isHeard),
    });
  }

  #inside(namespace: string, isHeard: () => boolean): Reflector {
    const { remembered } = this.#options;
    return Reflector.create({
      ...this.#options,
      find: find => this.#find(find, namespace),
      feed: this.#feed.within(namespace),
      coverage: this.#track(remembered?.namespaces?.get(namespace), coverage =>
        isHeard() ? this.#tell(coverage, namespace) : undefined,
      ),
      // It is little, and read anew after a restart.
      position: () => {},
    });
  }

  #track(
    remembered: { lastContact?: string } | undefined,
    tell: (coverage: Coverage) => void,
  ): CoverageTracker {
    const { clock, now } = this.#options;
    return CoverageTracker.create({ remembered, clock, now, tell });
  }

  async #find(
    options: Parameters<ReflectorOptions['find']>[0],
    namespace?: string,
  ): ReturnType<ReflectorOptions['find']> {
    const { finder, resource } = this.#options;
    const found = await finder.find(resource, options);
    if (!('path' in found)) {
      return found;
    }
    const { labelSelector, fieldSelector } = resource;
    const path =
      namespace === undefined ? found.path : pathWithin(namespace, found);
    return { collection: { path, labelSelector, fieldSelector } };
  }

  #tell(coverage: Coverage, namespace?: string): void {
    const { batcher } = this.#options;
    batcher.coverage({ ...this.#subject(), namespace, coverage });
  }

  #subject() {
    const { source, resource } = this.#options;
    return { source, resource: resource.id };
  }
}

/** Nothing where not all of it was known. */
function allOf(
  remembered: ResumeResource | undefined,
): ResumeResource | undefined {
  return remembered?.resourceVersion === undefined ? undefined : remembered;
}

function pathWithin(namespace: string, { path }: Collection): string {
  const at = path.lastIndexOf('/');
  const name = encodeURIComponent(namespace);
  return `${path.slice(0, at)}/namespaces/${name}${path.slice(at)}`;
}
