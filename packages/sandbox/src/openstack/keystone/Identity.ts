import { timingSafeEqual } from 'node:crypto';
import { Role, SeedProject, SeedUser } from '../types';
import { idOf } from './idOf';
import { withImplied } from './roles';

export interface Project {
  id: string;
  name: string;
  description: string;
}

export interface User {
  id: string;
  name: string;
}

/** How a request names a user or project: by id, or by name (and domain). */
export interface Naming {
  id?: string;
  name?: string;
}

/** Who there is; there is one domain, `default`. */
export class Identity {
  readonly #projects: Project[];
  readonly #users: (SeedUser & User)[];

  static create(seed: {
    projects: SeedProject[];
    users: SeedUser[];
  }): Identity {
    return new Identity(seed);
  }

  private constructor(seed: { projects: SeedProject[]; users: SeedUser[] }) {
    this.#projects = seed.projects.map(({ name, description = '' }) => ({
      id: idOf('project', name),
      name,
      description,
    }));
    this.#users = seed.users.map(user => ({
      ...user,
      id: idOf('user', user.name),
    }));
  }

  project({ id, name }: Naming): Project | undefined {
    return this.#projects.find(project =>
      id === undefined ? project.name === name : project.id === id,
    );
  }

  user({ id, name }: Naming): User | undefined {
    return this.#users.find(user =>
      id === undefined ? user.name === name : user.id === id,
    );
  }

  /** The projects in which a user has a role. */
  projectsOf(user: User): Project[] {
    return this.#projects.filter(
      project => this.rolesOf(user, project).length > 0,
    );
  }

  rolesOf(user: User, project: Project): Role[] {
    const { roles } = this.#users.find(({ id }) => id === user.id)!;
    return withImplied(roles[project.name] ?? []);
  }

  hasPassword(user: User, password: unknown): boolean {
    const known = this.#users.find(({ id }) => id === user.id)!;
    const [given, kept] = [String(password), known.password].map(text =>
      Buffer.from(text),
    );
    return given.length === kept.length && timingSafeEqual(given, kept);
  }

  /** Lets a project have another id, by which recorded answers call it. */
  renumber(name: string, id: string | undefined): void {
    const project = this.project({ name });
    if (project) {
      project.id = id ?? idOf('project', name);
    }
  }
}
