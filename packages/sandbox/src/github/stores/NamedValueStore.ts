import { StateFolder } from '../../state/StateFolder';
import { Repository, Secrets, Variables } from '../types';

type Values = Record<string, Record<string, string>>;

/** Secrets or variables: values by name, of the organisation and of each repository. */
export class NamedValueStore implements Secrets, Variables {
  readonly #state: StateFolder;
  readonly #file: string;
  readonly #values: Values;

  static open(options: { state: StateFolder; file: string }): NamedValueStore {
    return new NamedValueStore(options);
  }

  private constructor(options: { state: StateFolder; file: string }) {
    this.#state = options.state;
    this.#file = options.file;
    this.#values = this.#state.readJson<Values>(this.#file) ?? {};
  }

  set(options: { repository?: Repository; name: string; value: string }): void {
    const level = levelOf(options.repository);
    this.#values[level] = {
      ...this.#values[level],
      [options.name.toUpperCase()]: options.value,
    };
    this.#save();
  }

  remove(options: { repository?: Repository; name: string }): void {
    delete this.#values[levelOf(options.repository)]?.[
      options.name.toUpperCase()
    ];
    this.#save();
  }

  /** Forgets everything of a repository. */
  drop(repository: Repository): void {
    delete this.#values[levelOf(repository)];
    this.#save();
  }

  names(repository?: Repository): string[] {
    return Object.keys(this.own(repository)).sort();
  }

  own(repository?: Repository): Record<string, string> {
    return { ...this.#values[levelOf(repository)] };
  }

  forRepository(repository: Repository): Record<string, string> {
    return { ...this.own(), ...this.own(repository) };
  }

  #save() {
    this.#state.writeJson(this.#values, this.#file);
  }
}

function levelOf(repository?: Repository): string {
  return repository ? String(repository.id) : 'organisation';
}
