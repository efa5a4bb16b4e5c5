import { type CompiledModel, Tensor, loadAndCompile, loadLiteRt } from "@litertjs/core";
import { ALIGNED } from "./geometry";
import { GLANCE, LOOK } from "./finders";

/** The networks that are used, with what they take. */
const SHAPES = {
  "blazeface-full-range-sparse": [1, GLANCE, GLANCE, 3],
  "mtcnn-onet": [1, LOOK, LOOK, 3],
  // The file's batch is two.
  mobilefacenet: [2, ALIGNED, ALIGNED, 3],
} as const;

export type Network = keyof typeof SHAPES;

/** Face networks on TensorFlow Lite in WebAssembly. One at a time: the interpreter is one. */
export class Networks {
  private constructor(private readonly models: Readonly<Record<Network, CompiledModel>>) {}

  /**
   * @param script where LiteRT's script lies, which brings its WebAssembly
   * @param read gives a network's file
   */
  static async load(script: string, read: (name: Network) => Promise<Uint8Array>): Promise<Networks> {
    await loadLiteRt(script);
    const models: Partial<Record<Network, CompiledModel>> = {};
    for (const name of Object.keys(SHAPES) as Network[]) {
      models[name] = await loadAndCompile(await read(name), { accelerator: "wasm" });
    }
    return new Networks(models as Record<Network, CompiledModel>);
  }

  /** @returns copies of the outputs, the shortest first: the files do not agree on their order */
  async run(network: Network, input: Float32Array): Promise<Float32Array[]> {
    const tensor = new Tensor(input, [...SHAPES[network]]);
    try {
      const outputs = await this.models[network].run([tensor]);
      const copies = outputs.map((output) => Float32Array.from(output.toTypedArray() as Float32Array));
      for (const output of outputs) output.delete();
      return copies.sort((a, b) => a.length - b.length);
    } finally {
      tensor.delete();
    }
  }
}
