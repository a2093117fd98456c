import { ResumeFrom, ResumeResource, WatchSink } from '../../watch';

/**
 * Where a watcher that is started again in this run goes on: further than
 * where the last run ended.
 */
export class ResumePoints {
  readonly #points = new Map<string, Map<string, string>>();
  readonly #uids = new Map<string, string>();

  static create(): ResumePoints {
    return new ResumePoints();
  }

  private constructor() {}

  /** The sink, listened to. */
  listenTo(sink: WatchSink): WatchSink {
    return {
      rows: rows => sink.rows(rows),
      coverage: entry => sink.coverage(entry),
      source: info => {
        if (info.uid && info.uid !== this.#uids.get(info.id)) {
          this.#uids.set(info.id, info.uid);
          // Versions of another server mean nothing.
          this.#points.delete(info.id);
        }
        sink.source(info);
      },
      resumePoint: point => {
        const { source, resource, resourceVersion } = point;
        const points = this.#points.get(source) ?? new Map<string, string>();
        this.#points.set(source, points.set(resource, resourceVersion));
        sink.resumePoint(point);
      },
      sourceGone: source => {
        this.#points.delete(source);
        this.#uids.delete(source);
        sink.sourceGone(source);
      },
    };
  }

  /** The given one, brought up to date. */
  update(source: string, from: ResumeFrom | undefined): ResumeFrom | undefined {
    const points = this.#points.get(source);
    if (!from || !points) {
      return from;
    }
    const resources = new Map<string, ResumeResource>(from.resources);
    for (const [resource, resourceVersion] of points) {
      const known = resources.get(resource);
      if (known) {
        resources.set(resource, { ...known, resourceVersion });
      }
    }
    return { ...from, uid: this.#uids.get(source) ?? from.uid, resources };
  }
}
