import { bytesNamedIn } from '../../../shared/change/named-bytes.ts';
import type { ForeignPiece } from '../../../shared/formats/foreign.ts';
import { FormatError, pluralOf } from '../../../shared/formats/format.ts';
import type { Change, Operation } from '../../../shared/model/change.ts';
import type { AnyObject, Kind } from '../../../shared/model/objects.ts';
import { type Gathering, StaleVersion, type Storage, StorageStopped } from '../../storage/port.ts';
import type { ImportRequest, TakenIn } from '../import.ts';
import type { Meter } from '../import-progress.ts';
import { Refusal } from '../refusal.ts';
import { unsafeAddresses } from '../web-addresses.ts';
import { placeAll } from './take-in.ts';
import { Tally } from './tally.ts';

/** How often all is placed anew where others write meanwhile. */
const ATTEMPTS = 5;

/**
 * Places annotations while they are read, and makes claims of them: all that can be placed, or none where that fails or is
 * given up.
 * @param pieces begins to read from the beginning
 * @throws FormatError for a file that is damaged, and for a link that could run a script
 */
export async function takePieces(
  storage: Storage,
  pieces: () => AsyncIterable<ForeignPiece> | Iterable<ForeignPiece>,
  format: string,
  request: ImportRequest,
  meter: Meter,
): Promise<TakenIn> {
  if (!request.dry && storage.readOnly !== undefined) throw new Refusal('read-only', storage.readOnly);
  for (let attempt = 1; ; attempt++) {
    const gathering = request.dry ? undefined : await storage.gather();
    try {
      const taking = new Taking(gathering, request);
      const tally = new Tally(request.listed);
      const notes = await placeAll(
        storage,
        paced(pieces(), meter),
        { ...request, format },
        (kind, object, blobs) => taking.take(kind, object, blobs),
        item => {
          meter.placed();
          tally.add(item);
        },
      );
      await taking.finish(() => meter.writing());
      return { added: taking.added, notes, items: tally.items, counts: tally.counts };
    } catch (error) {
      await gathering?.drop();
      // Somebody made one of these objects since.
      if (error instanceof StaleVersion && attempt < ATTEMPTS) continue;
      if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
      throw error;
    }
  }
}

async function* paced(
  pieces: AsyncIterable<ForeignPiece> | Iterable<ForeignPiece>,
  meter: Meter,
): AsyncGenerator<ForeignPiece> {
  for await (const piece of pieces) {
    await meter.turn();
    yield piece;
  }
}

/** New objects on their way into the log. */
class Taking {
  readonly added: Record<string, number> = {};
  readonly #gathering: Gathering | undefined;
  readonly #request: ImportRequest;
  readonly #group: string;
  readonly #blobs = new Map<string, Uint8Array>();

  constructor(gathering: Gathering | undefined, request: ImportRequest) {
    this.#gathering = gathering;
    this.#request = request;
    this.#group = request.newId();
  }

  async take(kind: Kind, object: AnyObject, blobs?: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const nth = this.added[kind] ?? 0;
    const [unsafe] = unsafeAddresses(kind, object);
    if (unsafe) {
      const path = `${pluralOf[kind]}.${nth}.${unsafe.path}`;
      throw new FormatError(path, `${path} is no address that can be taken in. ${unsafe.says}`);
    }
    this.added[kind] = nth + 1;
    if (!this.#gathering) return;
    const change = this.#create(kind, object);
    for (const name of blobs ? bytesNamedIn(change) : []) {
      const bytes = blobs!.get(name);
      if (bytes) this.#blobs.set(name, bytes);
    }
    await this.#gathering.add(change);
  }

  /** @param begins called when all of it is there and it is going to be written */
  async finish(begins: () => void): Promise<void> {
    if (!this.#gathering) return;
    begins();
    const { at, by } = this.#request;
    if (Object.keys(this.added).length > 0) await this.#gathering.commit({ at, by, blobs: this.#blobs });
    else await this.#gathering.drop();
  }

  #create(kind: Kind, object: AnyObject): Change {
    const { at, by, newId } = this.#request;
    const value = object as unknown as (Operation & { op: 'create' })['value'];
    return {
      ...{ id: newId(), group: this.#group, kind, objectId: object.id },
      ...{ operation: { op: 'create', value }, base: {}, at, by, why: 'Taken in from a file' },
    };
  }
}
