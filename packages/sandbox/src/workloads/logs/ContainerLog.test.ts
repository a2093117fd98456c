import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ContainerLog } from './ContainerLog';

describe('ContainerLog', () => {
  const now = () => new Date('2026-11-22T10:00:00Z');
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logs-'));
    file = path.join(folder, 'app', '0.log');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const texts = (log: ContainerLog) => log.read().map(line => line.text);

  it('puts lines together, of each stream by itself', () => {
    const log = ContainerLog.open(file, now);
    log.append(Buffer.from('one\ntw'), 'stdout');
    log.append(Buffer.from('wrong\n'), 'stderr');
    log.append(Buffer.from('o\nthree'), 'stdout');
    expect(texts(log)).toEqual(['one', 'wrong', 'two']);
    log.end();
    expect(texts(log)).toEqual(['one', 'wrong', 'two', 'three']);
    expect(fs.readFileSync(file, 'utf8')).toContain(
      '2026-11-22T10:00:00.000Z stderr F wrong\n',
    );
  });

  it('keeps characters whole that come in parts', () => {
    const log = ContainerLog.open(file, now);
    const bytes = Buffer.from('grün\n');
    log.append(bytes.subarray(0, 3), 'stdout');
    log.append(bytes.subarray(3), 'stdout');
    expect(texts(log)).toEqual(['grün']);
  });

  it('keeps the end of what is too long', () => {
    const log = ContainerLog.open(file, now);
    for (let i = 0; i < 60; i++) {
      log.append(Buffer.from(`${i} ${'x'.repeat(50_000)}\n`), 'stdout');
    }
    const size = fs
      .readdirSync(path.dirname(file))
      .map(name => fs.statSync(path.join(path.dirname(file), name)).size)
      .reduce((a, b) => a + b);
    expect(size).toBeLessThan(2_200_000);
    expect(texts(log).at(-1)).toMatch(/^59 /);
  });

  it('bounds a line that never ends', () => {
    const log = ContainerLog.open(file, now);
    for (let i = 0; i < 40; i++) {
      log.append(Buffer.alloc(100_000, 'x'), 'stdout');
    }
    expect(texts(log).length).toBeGreaterThan(0);
  });

  it('follows until the end', async () => {
    const log = ContainerLog.open(file, now);
    log.append(Buffer.from('before\n'), 'stdout');
    const seen: string[] = [];
    for await (const { text } of log.follow(new AbortController().signal)) {
      seen.push(text);
      if (text === 'before') {
        setImmediate(() => {
          log.append(Buffer.from('after\n'), 'stdout');
          log.end();
        });
      }
    }
    expect(seen).toEqual(['before', 'after']);
  });

  it('stops following when asked to', async () => {
    const log = ContainerLog.open(file, now);
    const stop = new AbortController();
    const next = log.follow(stop.signal).next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
