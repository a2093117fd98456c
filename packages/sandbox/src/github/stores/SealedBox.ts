import { StateFolder } from '../../state/StateFolder';
import sodium from 'libsodium-wrappers';

interface KeyPair {
  publicKey: string;
  privateKey: string;
}

/** The key pair under which clients of the REST API encrypt secrets. */
export class SealedBox {
  readonly #state: StateFolder;

  static open(state: StateFolder): SealedBox {
    return new SealedBox(state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
  }

  /** Base64. */
  async publicKey(): Promise<string> {
    return (await this.#keys()).publicKey;
  }

  /** The plain text, `undefined` when it was not encrypted for us. */
  async open(encrypted: string): Promise<string | undefined> {
    const { publicKey, privateKey } = await this.#keys();
    try {
      const plain = sodium.crypto_box_seal_open(
        Buffer.from(encrypted, 'base64'),
        Buffer.from(publicKey, 'base64'),
        Buffer.from(privateKey, 'base64'),
      );
      return Buffer.from(plain).toString('utf8');
    } catch {
      return undefined;
    }
  }

  async #keys(): Promise<KeyPair> {
    await sodium.ready;
    const known = this.#state.readJson<KeyPair>('sealed-box.json');
    if (known) {
      return known;
    }
    const pair = sodium.crypto_box_keypair();
    const keys = {
      publicKey: Buffer.from(pair.publicKey).toString('base64'),
      privateKey: Buffer.from(pair.privateKey).toString('base64'),
    };
    this.#state.writeJson(keys, 'sealed-box.json');
    return keys;
  }
}
