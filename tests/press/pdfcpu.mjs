// pdfcpu, compiled to WebAssembly, on one file: node pdfcpu.mjs PDFCPU.WASM FOLDER FILE
// One file a process: the module keeps its state, and a second run in the same process fails.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [wasm, folder, file] = process.argv.slice(2);
const wasi = new WASI({
  version: "preview1",
  args: ["pdfcpu", "validate", "-conf", "disable", "-mode", "strict", "/in/" + file],
  preopens: { "/in": folder },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(wasm));
process.exit(wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject())));
