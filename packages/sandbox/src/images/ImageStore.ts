import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { StateFolder } from '../state/StateFolder';
import { buildImage } from './buildImage';
import { digestOf } from './digestOf';
import { parseReference } from './parseReference';
import { Image, ImageConfig } from './types';

export interface PushImageOptions {
  /** With the registry's host: `registry.example/acme/shop`. */
  repository: string;
  /** The build context. */
  folder: string;
  tags?: string[];
  /** Relative to the context. @default 'Dockerfile' */
  dockerfile?: string;
  buildArgs?: Record<string, string>;
  /** Gets the lines that a build prints. */
  log?: (line: string) => void;
}

/** Digests by tag and by themselves, per repository. */
type Repositories = Map<string, Map<string, string>>;

/** Builder and registry in one: snapshots of trees, by content. */
export class ImageStore {
  readonly #state: StateFolder;
  readonly #repositories: Repositories;

  static create(options: { state: StateFolder }): ImageStore {
    return new ImageStore(options.state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
    const stored =
      state.readJson<[string, [string, string][]][]>('repositories.json') ?? [];
    this.#repositories = new Map(
      stored.map(([name, digests]) => [name, new Map(digests)]),
    );
    // What a killed build has left.
    fs.rmSync(state.path('builds'), { recursive: true, force: true });
  }

  /** Builds and stores an image; throws an ImageBuildError. */
  push(options: PushImageOptions): { digest: string } {
    const { repository, tags = [], log = () => {} } = options;
    const draft = this.#state.folder('builds', randomUUID());
    const root = `${draft}/root`;
    try {
      fs.mkdirSync(root);
      const config = buildImage({ ...options, root, log });
      const digest = digestOf(root, config);
      fs.writeFileSync(`${draft}/image.json`, JSON.stringify(config));
      const kept = this.#imageFolder(digest);
      if (!fs.existsSync(kept)) {
        fs.renameSync(draft, kept);
      }
      this.#remember(repository, digest, tags);
      return { digest };
    } finally {
      fs.rmSync(draft, { recursive: true, force: true });
    }
  }

  /** The image that a reference means; a digest wins over a tag. */
  resolve(reference: string): Image | undefined {
    const parsed = parseReference(reference);
    const known = parsed && this.#repositories.get(parsed.repository);
    const digest = known?.get(parsed?.digest ?? parsed?.tag ?? 'latest');
    if (!digest) {
      return undefined;
    }
    const folder = this.#imageFolder(digest);
    const text = fs.readFileSync(`${folder}/image.json`, 'utf8');
    return {
      folder: `${folder}/root`,
      dockerfile: JSON.parse(text) as ImageConfig,
    };
  }

  #remember(repository: string, digest: string, tags: string[]) {
    const known = this.#repositories.get(repository) ?? new Map();
    this.#repositories.set(repository, known);
    [digest, ...tags].forEach(name => known.set(name, digest));
    this.#state.writeJson(
      [...this.#repositories].map(([name, digests]) => [name, [...digests]]),
      'repositories.json',
    );
  }

  #imageFolder(digest: string): string {
    return this.#state.path('images', digest.replace(':', '-'));
  }
}
