import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const WHOLE = 64 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;

/**
 * The SHA-256 of a file, in hex. The browser's own function wants the whole file in memory and a secure address;
 * large files, and servers reached without TLS, are read piece by piece instead.
 */
export async function digestOf(file: Blob, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  if (file.size <= WHOLE && globalThis.crypto?.subtle) {
    return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));
  }
  return digestByPieces(file, signal);
}

export async function digestByPieces(file: Blob, signal: AbortSignal, piece = PIECE): Promise<string> {
  const hash = sha256.create();
  for (let start = 0; start < file.size; start += piece) {
    signal.throwIfAborted();
    hash.update(new Uint8Array(await file.slice(start, start + piece).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}
