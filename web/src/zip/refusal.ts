/** What a zip was refused for: a sentence for whoever chose it. */
export class ZipRefusal extends Error {
  override readonly name = "ZipRefusal";
}
