import fs from 'node:fs';
import path from 'node:path';
import { copyFiles } from './copyFiles';
import { ImageBuildError } from './ImageBuildError';
import { parseDockerfile } from './parseDockerfile';
import { ContextFile, readBuildContext } from './readBuildContext';
import { splitWords } from './splitWords';
import { ImageConfig, Instruction } from './types';

export interface BuildImageOptions {
  /** The build context. */
  folder: string;
  /** Relative to the context. @default 'Dockerfile' */
  dockerfile?: string;
  buildArgs?: Record<string, string>;
  /** An empty folder that becomes the root of the image. */
  root: string;
  /** Gets one line per instruction. */
  log: (line: string) => void;
}

interface Build extends BuildImageOptions {
  context: ContextFile[];
  args: Record<string, string>;
  config: Omit<ImageConfig, 'cmd'>;
  entrypoint: string[];
  cmd: string[];
  stages: number;
}

// They matter to a container engine, and nothing here depends on them.
const WITHOUT_EFFECT = new Set(['LABEL', 'MAINTAINER', 'HEALTHCHECK']);

/** Builds the small kind of image that the sandbox can run. */
export function buildImage(options: BuildImageOptions): ImageConfig {
  const instructions = parseDockerfile(readDockerfile(options));
  const build: Build = {
    ...options,
    context: readBuildContext(options.folder),
    args: {},
    config: { env: {}, workdir: '/', exposedPorts: [] },
    entrypoint: [],
    cmd: [],
    stages: 0,
  };
  instructions.forEach((instruction, index) => {
    const { name, rest } = instruction;
    options.log(
      `#${index + 1} [${index + 1}/${instructions.length}] ${name} ${rest}`,
    );
    apply(build, {
      ...instruction,
      rest: replaceVariables(build, instruction),
    });
  });
  return { ...build.config, cmd: commandOf(build, instructions.length) };
}

function readDockerfile({
  folder,
  dockerfile = 'Dockerfile',
}: BuildImageOptions) {
  const file = path.resolve(folder, dockerfile);
  if (!file.startsWith(`${path.resolve(folder)}${path.sep}`)) {
    throw new ImageBuildError(
      `the Dockerfile ${dockerfile} must be within the build context`,
    );
  }
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new ImageBuildError(
      `failed to read dockerfile: open ${dockerfile}: no such file or directory`,
    );
  }
}

function replaceVariables(build: Build, { name, rest }: Instruction): string {
  // These reach a shell or a process as they are written.
  if (['RUN', 'CMD', 'ENTRYPOINT'].includes(name)) {
    return rest;
  }
  const values: Record<string, string> = { ...build.args, ...build.config.env };
  return rest.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (_, braced, fallback, plain) => values[braced ?? plain] ?? fallback ?? '',
  );
}

function apply(build: Build, instruction: Instruction) {
  const { name, rest, line } = instruction;
  const { config } = build;
  const words = splitWords(rest);
  if (build.stages === 0 && name !== 'FROM' && name !== 'ARG') {
    throw new ImageBuildError(
      `dockerfile parse error on line ${line}: no build stage in current context`,
    );
  }
  switch (name) {
    case 'FROM':
      applyFrom(build, words, line);
      break;
    case 'ARG':
      applyArg(build, words);
      break;
    case 'WORKDIR':
      config.workdir = path.posix.resolve(config.workdir, words[0]);
      fs.mkdirSync(path.join(build.root, config.workdir), { recursive: true });
      break;
    case 'COPY':
      applyCopy(build, rest, line);
      break;
    case 'ENV':
      Object.assign(config.env, assignments(rest));
      break;
    case 'EXPOSE':
      config.exposedPorts.push(...words.map(word => parseInt(word, 10)));
      break;
    case 'USER':
      config.user = words[0];
      break;
    case 'RUN':
      checkRun(build, rest, line);
      break;
    case 'CMD':
      build.cmd = execForm(instruction);
      break;
    case 'ENTRYPOINT':
      build.entrypoint = execForm(instruction);
      build.cmd = [];
      break;
    default:
      if (!WITHOUT_EFFECT.has(name)) {
        throw ImageBuildError.unsupported(name, line);
      }
  }
}

function applyFrom(build: Build, words: string[], line: number) {
  const image = words.find(word => !word.startsWith('--')) ?? '';
  build.stages += 1;
  if (build.stages > 1) {
    throw ImageBuildError.unsupported('a second FROM', line);
  }
  if (!/^((docker\.io\/)?library\/|docker\.io\/)?node([:@]|$)/.test(image)) {
    throw ImageBuildError.unsupported(`FROM ${image}`, line);
  }
}

function applyArg(build: Build, words: string[]) {
  for (const word of words) {
    const [name, ...value] = word.split('=');
    const given = build.buildArgs?.[name];
    build.args[name] =
      given ?? (value.length > 0 ? value.join('=') : build.args[name] ?? '');
  }
}

function applyCopy(build: Build, rest: string, line: number) {
  const words = rest.trim().startsWith('[')
    ? parseList(rest) ?? splitWords(rest)
    : splitWords(rest);
  const flags = words.filter(word => word.startsWith('--'));
  const paths = words.filter(word => !word.startsWith('--'));
  const from = flags.find(flag => flag.startsWith('--from'));
  if (from) {
    throw ImageBuildError.unsupported(`COPY ${from}`, line);
  }
  if (paths.length < 2) {
    throw new ImageBuildError(
      `dockerfile parse error on line ${line}: COPY requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
  }
  copyFiles({
    context: build.context,
    sources: paths.slice(0, -1),
    destination: paths[paths.length - 1],
    workdir: build.config.workdir,
    root: build.root,
  });
}

// Older Dockerfiles write `ENV NAME the value`, newer ones `ENV A=1 B=2`.
function assignments(rest: string): Record<string, string> {
  if (!/^\S+=/.test(rest)) {
    const [name] = rest.split(/\s+/, 1);
    return { [name]: rest.slice(name.length).trim() };
  }
  return Object.fromEntries(
    splitWords(rest).map(word => {
      const at = word.indexOf('=');
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

function checkRun(build: Build, rest: string, line: number) {
  const install =
    /^npm\s+(ci|install|i)(\s+-\S+)*(\s*&&\s*npm cache clean( --force)?)?$/;
  if (!install.test(rest.trim())) {
    throw ImageBuildError.unsupported(`RUN ${rest}`, line);
  }
  const file = path.join(build.root, build.config.workdir, 'package.json');
  if (!fs.existsSync(file)) {
    throw new ImageBuildError(
      `process "/bin/sh -c ${rest}" did not complete successfully: exit code: 254: no package.json in ${build.config.workdir}`,
    );
  }
  const { dependencies = {} } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const names = Object.keys(dependencies);
  if (names.length > 0) {
    throw ImageBuildError.unsupported(
      `RUN ${rest} with dependencies (${names.slice(0, 5).join(', ')})`,
      line,
    );
  }
}

function execForm({ name, rest, line }: Instruction): string[] {
  const list = parseList(rest);
  if (!list) {
    throw ImageBuildError.unsupported(`the shell form of ${name}`, line);
  }
  return list;
}

function parseList(rest: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(rest);
    return Array.isArray(list) && list.every(word => typeof word === 'string')
      ? list
      : undefined;
  } catch {
    return undefined;
  }
}

function commandOf(build: Build, lastLine: number): string[] {
  const [program, ...args] = [...build.entrypoint, ...build.cmd];
  if (program === undefined) {
    throw ImageBuildError.unsupported('a Dockerfile without CMD', lastLine);
  }
  if (path.posix.basename(program) !== 'node') {
    throw ImageBuildError.unsupported(
      `starting ${JSON.stringify(program)}`,
      lastLine,
    );
  }
  return ['node', ...args.map(arg => relativeToWorkdir(build, arg))];
}

// No container, no root of its own: absolute paths must become relative ones.
function relativeToWorkdir({ root, config }: Build, arg: string): string {
  const isImagePath =
    arg.startsWith('/') && fs.existsSync(path.join(root, arg));
  return isImagePath
    ? path.posix.relative(config.workdir, path.posix.normalize(arg)) || '.'
    : arg;
}
