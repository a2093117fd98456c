import { startContractCloud } from './startContractCloud';

/** A cloud for contract tests that do not know the sandbox; it ends with a signal. */
async function main() {
  const { access, stop } = await startContractCloud();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stop().then(() => process.exit(0)));
  }
  process.send?.({ ready: access });
}

main().catch(error => {
  process.send?.({ error: error.message });
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
