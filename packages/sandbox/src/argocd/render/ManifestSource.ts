import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';
import { GitMirror } from '../git/GitMirror';
import { GitCredentials } from '../git/runGit';
import { sameRepository } from '../git/sameRepository';
import { ApplicationSource } from '../types';
import { ManifestError } from './ManifestError';
import { Manifests } from './Manifests';
import { renderSource } from './renderSource';

export interface ManifestSourceOptions {
  state: StateFolder;
  kubectl: string;
  credentials: (url: string) => GitCredentials | undefined;
  signal: AbortSignal;
  now: () => number;
}

type Rendered = Omit<Manifests, 'commit'>;

/** Of one repository; older commits are asked for by rollbacks only. */
const KEPT_CHECKOUTS = 4;

/** What the repo-server does: from a source to manifests, cached. */
export class ManifestSource {
  readonly #options: ManifestSourceOptions;
  readonly #mirrors = new Map<string, GitMirror>();
  readonly #checkouts = new Map<string, Promise<string>>();
  readonly #rendered = new Map<string, Promise<Rendered>>();

  static create(options: ManifestSourceOptions): ManifestSource {
    // A checkout that was cut short looks like a whole one.
    fs.rmSync(options.state.folder('checkouts'), {
      recursive: true,
      force: true,
    });
    return new ManifestSource(options);
  }

  private constructor(options: ManifestSourceOptions) {
    this.#options = options;
  }

  /** The remote may have moved: asked again at the next look. */
  markStale(url: string): void {
    for (const [known, mirror] of this.#mirrors) {
      if (sameRepository(known, url)) {
        mirror.markStale();
      }
    }
  }

  /** Credentials changed, so every refusal may be outdated. */
  markAllStale(): void {
    this.#mirrors.forEach(mirror => mirror.markStale());
  }

  /** Forgets what was rendered (a hard refresh). */
  forgetRendered(): void {
    this.#rendered.clear();
  }

  resolve(url: string, revision: string): Promise<string> {
    return this.#mirror(url).resolve(revision);
  }

  /** The manifests of a source at a revision, or a ManifestError. */
  async render(
    source: ApplicationSource,
    revision: string,
  ): Promise<Manifests> {
    const mirror = this.#mirror(source.repoURL);
    const commit = await mirror.resolve(revision);
    // Most commits of the platform repository change one of many services.
    const tree = await mirror.objectId(commit, trimmed(source.path));
    if (!tree) {
      throw new ManifestError(`${source.path}: app path does not exist`);
    }
    const key = JSON.stringify([tree, source]);
    const cached =
      this.#rendered.get(key) ?? this.#rendered.get(`${commit}${key}`);
    if (cached) {
      return { commit, ...(await cached) };
    }
    const folder = await this.checkout(source.repoURL, commit);
    const outside = reachesOutside(path.join(folder, trimmed(source.path)));
    const rendering = this.#renderIn(folder, source);
    this.#remember(outside ? `${commit}${key}` : key, rendering);
    return { commit, ...(await rendering) };
  }

  /** A folder with the tree of a commit. */
  async checkout(url: string, commit: string): Promise<string> {
    const { state } = this.#options;
    const repository = nameOf(url);
    const key = `${repository}/${commit}`;
    let pending = this.#checkouts.get(key);
    if (!pending) {
      const folder = state.path('checkouts', repository, commit);
      pending = this.#mirror(url)
        .checkout(commit, folder)
        .then(() => folder);
      this.#checkouts.set(key, pending);
      pending.catch(() => this.#checkouts.delete(key));
      this.#dropOldCheckouts(repository);
    }
    return pending;
  }

  #renderIn(checkout: string, source: ApplicationSource): Promise<Rendered> {
    const { kubectl, signal, state } = this.#options;
    return renderSource({
      checkout,
      source,
      kubectl,
      signal,
      home: state.folder('home'),
    });
  }

  #remember(key: string, rendering: Promise<Rendered>) {
    this.#rendered.set(key, rendering);
    // A failure by this machine, not by the manifests, is tried again.
    rendering.catch(error => {
      if (!(error instanceof ManifestError)) {
        this.#rendered.delete(key);
      }
    });
    if (this.#rendered.size > 500) {
      this.#rendered.delete(this.#rendered.keys().next().value!);
    }
  }

  #mirror(url: string): GitMirror {
    const { state, credentials, signal, now } = this.#options;
    let mirror = this.#mirrors.get(url);
    if (!mirror) {
      mirror = GitMirror.create({
        url,
        gitDir: state.path('repositories', `${nameOf(url)}.git`),
        home: state.folder('home'),
        credentials: () => credentials(url),
        signal,
        now,
      });
      this.#mirrors.set(url, mirror);
    }
    return mirror;
  }

  #dropOldCheckouts(repository: string) {
    const own = [...this.#checkouts.keys()].filter(key =>
      key.startsWith(`${repository}/`),
    );
    for (const key of own.slice(0, -KEPT_CHECKOUTS)) {
      const pending = this.#checkouts.get(key)!;
      this.#checkouts.delete(key);
      pending.then(folder => fs.rmSync(folder, { recursive: true }));
    }
  }
}

function nameOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 16);
}

function trimmed(sourcePath = ''): string {
  const clean = path.posix.normalize(sourcePath).replace(/^\.?\/|\/$/g, '');
  return clean === '.' ? '' : clean;
}

function reachesOutside(folder: string): boolean {
  if (!fs.statSync(folder).isDirectory()) {
    return false;
  }
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /^kustomization\b/i.test(entry.name))
    .some(entry => {
      const text = fs.readFileSync(
        path.join(entry.parentPath, entry.name),
        'utf8',
      );
      return text.includes('../') || text.includes('://');
    });
}
