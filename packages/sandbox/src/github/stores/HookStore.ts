import { StateFolder } from '../../state/StateFolder';
import { Repository } from '../types';
import { Ids } from './Ids';

/** A webhook that somebody made for a repository. */
export interface Hook {
  id: number;
  repositoryId: number;
  url: string;
  secret: string | undefined;
  contentType: string;
  events: string[];
  active: boolean;
  createdAt: string;
  updatedAt: string;
  lastStatus: number | undefined;
}

/** Webhooks of repositories. */
export class HookStore {
  readonly #state: StateFolder;
  readonly #ids: Ids;
  #hooks: Hook[];

  static open(options: { state: StateFolder; ids: Ids }): HookStore {
    return new HookStore(options);
  }

  private constructor(options: { state: StateFolder; ids: Ids }) {
    this.#state = options.state;
    this.#ids = options.ids;
    this.#hooks = this.#state.readJson<Hook[]>('hooks.json') ?? [];
  }

  list(repository: Repository): Hook[] {
    return this.#hooks.filter(hook => hook.repositoryId === repository.id);
  }

  find(repository: Repository, id: number): Hook | undefined {
    return this.list(repository).find(hook => hook.id === id);
  }

  add(hook: Omit<Hook, 'id'>): Hook {
    const added = { id: this.#ids.next(), ...hook };
    this.#hooks.push(added);
    this.save();
    return added;
  }

  remove(hook: Hook): void {
    this.#hooks = this.#hooks.filter(other => other !== hook);
    this.save();
  }

  /** Keeps what was changed in place. */
  save(): void {
    this.#state.writeJson(this.#hooks, 'hooks.json');
  }
}
