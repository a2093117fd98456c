/*
 * Loaded into every Node process of a pod before its own code (NODE_OPTIONS).
 *
 * A pod's processes share this machine's loopback with everything else, so:
 * whatever address and port the code listens on becomes a free port of 127.0.0.1,
 * written down in the pod's folder of ports (a file named after the port that was
 * asked for), and the code still sees what it asked for. Connections of the pod
 * to its own ports are led the same way. And modules come from the image alone: Node
 * would look for them in every folder above too, and find this repository's.
 */
'use strict';

const dgram = require('node:dgram');
const fs = require('node:fs');
const { registerHooks } = require('node:module');
const net = require('node:net');
const path = require('node:path');
const { fileURLToPath } = require('node:url');

const LOOPBACK = '127.0.0.1';
const portsFolder = process.env.SANDBOX_POD_PORTS;
const container = process.env.SANDBOX_CONTAINER;
const podFolder = fs.realpathSync(path.dirname(portsFolder));
const asked = new Map();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const result = nextResolve(specifier, context);
    if (!result.url.startsWith('file:') || isOfPod(result.url)) {
      return result;
    }
    const from = context.parentURL ?? 'the command line';
    const error = new Error(`Cannot find module '${specifier}' from ${from}`);
    throw Object.assign(error, { code: 'MODULE_NOT_FOUND' });
  },
});

const address = net.Server.prototype.address;
net.Server.prototype.address = function guardedAddress() {
  return this.guardedAddress && this.listening
    ? this.guardedAddress
    : address.call(this);
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function guardedListen(...args) {
  const options = listenOptions(args);
  if (!options) {
    return listen.apply(this, args);
  }
  const { port } = options;
  if (port !== 0 && asked.has(port)) {
    process.nextTick(() => this.emit('error', addressInUse(options)));
    return this;
  }
  asked.set(port, this);
  this.prependOnceListener('listening', () => {
    const real = address.call(this);
    if (real) {
      const shown = port === 0 ? real.port : port;
      this.guardedAddress = { ...real, address: options.host, port: shown };
      fs.writeFileSync(portFile(shown, '.draft'), String(real.port));
      fs.renameSync(portFile(shown, '.draft'), portFile(shown));
    }
  });
  this.once('close', () => {
    asked.delete(port);
    if (this.guardedAddress) {
      fs.rmSync(portFile(this.guardedAddress.port), { force: true });
    }
  });
  const callback = args.findLast(arg => typeof arg === 'function');
  return listen.call(this, { ...options, host: LOOPBACK, port: 0 }, callback);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guardedConnect(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const real = options && typeof options === 'object' && ownPort(options);
  if (!real) {
    return connect.apply(this, args);
  }
  const led = { ...options, host: LOOPBACK, port: real };
  if (Array.isArray(args[0])) {
    args[0][0] = led;
    return connect.apply(this, args);
  }
  return connect.call(this, led, ...args.slice(1));
};

const bind = dgram.Socket.prototype.bind;
dgram.Socket.prototype.bind = function guardedBind(first, ...rest) {
  const callback = [first, ...rest].findLast(arg => typeof arg === 'function');
  const options = first && typeof first === 'object' ? first : { port: first };
  const port = typeof options.port === 'number' ? options.port : 0;
  return bind.call(this, { ...options, port, address: LOOPBACK }, callback);
};

function isOfPod(url) {
  return `${fileURLToPath(url)}`.startsWith(`${podFolder}${path.sep}`);
}

/** Port and host of a listen call; `undefined` for pipes and open handles. */
function listenOptions(args) {
  const [first, second, third] = args;
  if (first && typeof first === 'object') {
    const tcp = 'port' in first || !('path' in first || 'fd' in first);
    const isHandle = '_handle' in first || 'handle' in first;
    return tcp && !isHandle
      ? { ...first, port: Number(first.port ?? 0), host: first.host ?? '::' }
      : undefined;
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) {
    return undefined;
  }
  const isPort = typeof first === 'number' || typeof first === 'string';
  return {
    port: isPort ? Number(first) : 0,
    host: typeof second === 'string' ? second : '::',
    backlog: [second, third].find(arg => typeof arg === 'number'),
  };
}

function addressInUse({ host, port }) {
  const error = new Error(
    `listen EADDRINUSE: address already in use ${host}:${port}`,
  );
  return Object.assign(error, {
    code: 'EADDRINUSE',
    errno: -98,
    syscall: 'listen',
    address: host,
    port,
  });
}

/** The real port, if a connection is to a port of this pod. */
function ownPort({ host = 'localhost', port }) {
  if (!['localhost', LOOPBACK, '::1', '0.0.0.0', '::'].includes(host)) {
    return undefined;
  }
  for (const name of fs.readdirSync(portsFolder)) {
    const file = path.join(portsFolder, name, String(port));
    if (fs.existsSync(file)) {
      return Number(fs.readFileSync(file, 'utf8'));
    }
  }
  return undefined;
}

function portFile(port, suffix = '') {
  return path.join(portsFolder, container, `${port}${suffix}`);
}
