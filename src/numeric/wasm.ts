import { readFileSync } from 'node:fs';

/** The memory of a WebAssembly module. */
export interface WasmMemory {
  /** Another one after each `grow`. */
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. */
  grow(pages: number): void;
}

/** A number that a module exports, such as a place in its memory. */
export interface WasmNumber {
  readonly value: number;
}

/** What is used of it here: TypeScript knows WebAssembly as a part of browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

type HostFunction = (...parameters: number[]) => number;

/** Where the build puts what it makes of the sources in ../wasm; tests, which run without being built, find it there. */
const FOLDER = new URL(import.meta.url.endsWith('.js') ? '../wasm/' : '../../dist/src/wasm/', import.meta.url);

/**
 * A new instance of the WebAssembly module that the build makes of `src/wasm/<name>.ts`: what it exports, its memory
 * included. `imports` are the functions that the source declares without a body.
 *
 * @throws Error if the package is not built
 */
export function instantiate<Exports>(name: string, imports: Readonly<Record<string, HostFunction>> = {}): Exports {
  const module = new WebAssembly.Module(readFileSync(new URL(`${name}.wasm`, FOLDER)));
  return new WebAssembly.Instance(module, { [name]: imports }).exports as Exports;
}
