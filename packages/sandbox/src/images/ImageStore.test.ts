import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../state/StateFolder';
import { ImageStore } from './ImageStore';

const repository = 'registry.slipway.localhost/acme/shop';
let folder: string;
let context: string;
let store: ImageStore;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'images-'));
  context = path.join(folder, 'context');
  fs.mkdirSync(path.join(context, 'src'), { recursive: true });
  write('package.json', '{"name": "shop"}');
  write('src/server.js', 'console.log(1)');
  store = ImageStore.create({ state: StateFolder.open(`${folder}/state`) });
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string) {
  fs.mkdirSync(path.dirname(path.join(context, name)), { recursive: true });
  fs.writeFileSync(path.join(context, name), text);
}

function push(dockerfile: string, tags: string[] = []) {
  write('Dockerfile', dockerfile);
  return store.push({ repository, folder: context, tags });
}

const DOCKERFILE = `# syntax=docker/dockerfile:1
FROM node:24-slim
ENV NODE_ENV=production PORT="8080"
WORKDIR /app
COPY package.json ./
RUN npm ci --omit=dev
COPY src \\
  ./src
EXPOSE 8080/tcp
USER node
CMD ["node", "src/server.js"]
`;

describe('ImageStore', () => {
  it('keeps a built tree and how to start it', () => {
    write('secret.txt', 'not copied');
    const { digest } = push(DOCKERFILE, ['v1']);
    const image = store.resolve(`${repository}@${digest}`)!;
    expect(image.dockerfile).toEqual({
      cmd: ['node', 'src/server.js'],
      env: { NODE_ENV: 'production', PORT: '8080' },
      workdir: '/app',
      exposedPorts: [8080],
      user: 'node',
    });
    expect(fs.readdirSync(`${image.folder}/app`).sort()).toEqual([
      'package.json',
      'src',
    ]);
    expect(store.resolve(`${repository}:v1`)).toEqual(image);
    expect(store.resolve(`${repository}:v1@${digest}`)).toEqual(image);
  });

  it('gives the same digest for the same content only', () => {
    const first = push(DOCKERFILE);
    expect(push(DOCKERFILE)).toEqual(first);
    write('src/server.js', 'console.log(2)');
    expect(push(DOCKERFILE)).not.toEqual(first);
    fs.chmodSync(path.join(context, 'src/server.js'), 0o755);
    expect(push(DOCKERFILE)).not.toEqual(first);
    expect(push(DOCKERFILE.replace('8080/tcp', '9090'))).not.toEqual(first);
  });

  it('survives a restart', () => {
    const { digest } = push(DOCKERFILE, ['v1']);
    const again = ImageStore.create({
      state: StateFolder.open(`${folder}/state`),
    });
    expect(again.resolve(`${repository}@${digest}`)).toEqual(
      store.resolve(`${repository}:v1`),
    );
  });

  it('knows only what was pushed', () => {
    const { digest } = push(DOCKERFILE);
    expect(
      store.resolve(`registry.slipway.localhost/acme/other@${digest}`),
    ).toBeUndefined();
    expect(store.resolve(repository)).toBeUndefined();
    expect(store.resolve(`${repository}:__proto__`)).toBeUndefined();
    expect(
      store.resolve(`${repository}@sha256:${'0'.repeat(64)}`),
    ).toBeUndefined();
    expect(store.resolve('../../etc/passwd')).toBeUndefined();
  });

  it('honours .dockerignore and leaves .git out', () => {
    write('.git/HEAD', 'x');
    write('docs/a.md', 'x');
    write('docs/keep.md', 'x');
    write('test/a.test.js', 'x');
    write('.dockerignore', '# comment\ndocs/*\n!docs/keep.md\n**/*.test.js\n');
    const { digest } = push(
      'FROM node:24\nCOPY . /app/\nCMD ["node", "/app/src/server.js"]\n',
    );
    const image = store.resolve(`${repository}@${digest}`)!;
    const files = fs.readdirSync(image.folder, { recursive: true }).sort();
    expect(files).toEqual([
      'app',
      'app/.dockerignore',
      'app/Dockerfile',
      'app/docs',
      'app/docs/keep.md',
      'app/package.json',
      'app/src',
      'app/src/server.js',
    ]);
    expect(image.dockerfile.cmd).toEqual(['node', 'app/src/server.js']);
  });

  it('replaces arguments and variables', () => {
    write(
      'Dockerfile',
      'ARG V=24\nFROM node:${V}-alpine\nARG WHERE\nENV ROOT=/srv\nWORKDIR $ROOT/${WHERE}\nCOPY src/*.js .\nENTRYPOINT ["node"]\nCMD ["server.js"]\n',
    );
    const { digest } = store.push({
      repository,
      folder: context,
      buildArgs: { WHERE: 'shop' },
    });
    const image = store.resolve(`${repository}@${digest}`)!;
    expect(image.dockerfile).toMatchObject({
      workdir: '/srv/shop',
      cmd: ['node', 'server.js'],
    });
    expect(fs.existsSync(`${image.folder}/srv/shop/server.js`)).toBe(true);
  });

  it.each([
    ['', 'the Dockerfile cannot be empty'],
    [
      'FORM node:24',
      'dockerfile parse error on line 1: unknown instruction: FORM',
    ],
    [
      'FROM',
      'dockerfile parse error on line 1: FROM requires at least one argument',
    ],
    [
      'COPY . .\nFROM node',
      'dockerfile parse error on line 1: no build stage in current context',
    ],
    ['FROM python:3', 'FROM python:3 is not supported in the sandbox'],
    ['FROM node\nFROM node', 'a second FROM is not supported in the sandbox'],
    [
      'FROM node\nRUN apt-get update',
      'line 2: RUN apt-get update is not supported in the sandbox',
    ],
    ['FROM node\nRUN npm ci', 'no package.json in /'],
    ['FROM node\nCOPY nope.js .', '"/nope.js": not found'],
    ['FROM node\nCOPY ../x .', '"/x": not found'],
    ['FROM node\nCOPY src', 'COPY requires at least two arguments'],
    [
      'FROM node\nCOPY --from=build /a /b',
      'COPY --from=build is not supported',
    ],
    ['FROM node\nADD src src', 'ADD is not supported'],
    ['FROM node', 'a Dockerfile without CMD is not supported'],
    [
      'FROM node\nCMD node src/server.js',
      'the shell form of CMD is not supported',
    ],
    ['FROM node\nCMD ["npm", "start"]', 'starting "npm" is not supported'],
  ])('refuses %j in one sentence', (dockerfile, message) => {
    expect(() => push(dockerfile)).toThrow(message);
    expect(fs.readdirSync(`${folder}/state/builds`)).toEqual([]);
  });

  it('refuses dependencies that it would have to install', () => {
    write('package.json', '{"dependencies": {"express": "4"}}');
    expect(() => push(DOCKERFILE)).toThrow(
      'RUN npm ci --omit=dev with dependencies (express) is not supported',
    );
  });

  it('refuses links out of the tree', () => {
    fs.symlinkSync('/etc/passwd', path.join(context, 'src/passwd'));
    expect(() => push(DOCKERFILE)).toThrow(
      /symbolic link "\/src\/passwd" leads out/,
    );
  });

  it('refuses a Dockerfile outside of the context', () => {
    expect(() =>
      store.push({ repository, folder: context, dockerfile: '../Dockerfile' }),
    ).toThrow('must be within the build context');
    expect(() => store.push({ repository, folder: context })).toThrow(
      'failed to read dockerfile: open Dockerfile: no such file or directory',
    );
  });
});
