// Where uploaded bytes live: one file per object, named by a hash, so that no object name can leave the directory.

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { lookUp } from "./availability.mjs";

const digest = (text) => createHash("sha256").update(text).digest("hex");

async function bytesOf(body) {
  if (body instanceof Uint8Array) return body;
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export class FileStore {
  driver = null;

  #database;

  /** What a file is called and what it is stands in the database that `database` is a driver for. */
  constructor(directory, database) {
    this.directory = directory;
    this.#database = database;
  }

  #path(bucket, key) {
    const name = digest(`${bucket}/${key}`);
    return join(this.directory, name.slice(0, 2), name);
  }

  /** Written beside its place and moved, so that a reader never sees half a file. */
  async #place(path, write) {
    await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
    const scratch = `${path}.${randomUUID()}`;
    try {
      await write(scratch);
      await rename(scratch, path);
    } catch (error) {
      await rm(scratch, { force: true });
      throw error;
    }
  }

  async getObject(bucket, key) {
    try {
      const body = await readFile(this.#path(bucket, key));
      const { mtime } = await stat(this.#path(bucket, key));
      const [known] = await lookUp(
        this.#database,
        `select metadata ->> 'mimetype' as mimetype, metadata ->> 'cacheControl' as cache
         from storage.objects where bucket_id = $1 and name = $2`,
        [bucket, key],
      );
      return {
        httpStatusCode: 200,
        body,
        metadata: {
          cacheControl: known?.cache ?? "no-cache",
          contentLength: body.length,
          size: body.length,
          mimetype: known?.mimetype ?? "application/octet-stream",
          lastModified: mtime,
          eTag: `"${createHash("md5").update(body).digest("hex")}"`,
        },
      };
    } catch (error) {
      if (error.code === "ENOENT") return { httpStatusCode: 404, metadata: {} };
      throw error;
    }
  }

  async uploadObject(bucket, key, _version, body, mimetype, cacheControl) {
    const bytes = await bytesOf(body);
    await this.#place(this.#path(bucket, key), (scratch) => writeFile(scratch, bytes, { mode: 0o600 }));
    return {
      cacheControl,
      contentLength: bytes.length,
      size: bytes.length,
      mimetype,
      lastModified: new Date(),
      eTag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    };
  }

  async deleteObject(bucket, key) {
    await rm(this.#path(bucket, key), { force: true });
  }

  async deleteObjects(bucket, keys) {
    for (const key of keys) await this.deleteObject(bucket, key);
  }

  async copyObject(fromBucket, from, _version, toBucket, to) {
    await this.#place(this.#path(toBucket, to), (scratch) => copyFile(this.#path(fromBucket, from), scratch));
    const { metadata } = await this.getObject(toBucket, to);
    return { httpStatusCode: 200, eTag: metadata.eTag, lastModified: metadata.lastModified };
  }

  async headObject(bucket, key) {
    return (await this.getObject(bucket, key)).metadata;
  }

  async privateAssetUrl(bucket, key) {
    return `file://${this.#path(bucket, key)}`;
  }
}
