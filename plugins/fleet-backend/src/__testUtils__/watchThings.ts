import { Exchange, ScriptedApiServer } from './ScriptedApiServer';
import { bookmark, event, startTestWatcher, thing } from './startTestWatcher';

type TestWatcher = ReturnType<typeof startTestWatcher>;
type Options = Partial<Parameters<typeof startTestWatcher>[0]>;

/** A scripted API server for each test of a suite, and what watches it. */
export function watchThings() {
  const things = {
    server: undefined as unknown as ScriptedApiServer,
    watcher: undefined as unknown as TestWatcher,

    isLive: () => things.watcher.coverage()?.state === 'live',

    start(options: Options = {}) {
      things.watcher = startTestWatcher({ server: things.server, ...options });
    },

    /** Has the objects a and b at version 10. */
    async begin(options?: Options): Promise<Exchange> {
      things.start(options);
      const watch = await things.server.next('watch', 'things');
      watch.send(
        event('ADDED', thing('a', 1)),
        event('ADDED', thing('b', 2)),
        bookmark(10, true),
      );
      await things.watcher.sink.until(things.isLive);
      return watch;
    },

    /** Where the next watch begins, and all that was told up to its c. */
    async goOn() {
      const { server, watcher } = things;
      const watch = await server.next('watch');
      watch.send(event('ADDED', thing('c', 30)));
      await watcher.sink.until(({ present }) => present.has('shop/c'));
      return {
        from: watch.query.get('resourceVersion'),
        happened: watcher.sink.happened,
      };
    },
  };

  beforeEach(async () => {
    things.server = await ScriptedApiServer.start();
  });
  afterEach(async () => {
    await things.watcher.stop();
    await things.server.close();
  });
  return things;
}
