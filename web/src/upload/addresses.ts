/** Gets addresses for these parts, in any order. */
export type AddressSource = (
  numbers: readonly number[],
) => Promise<readonly { readonly number: number; readonly url: string }[]>;

/**
 * Addresses of parts, asked for in small groups shortly before they are needed: an address is valid for a while only,
 * and a large file takes longer than that.
 */
export class AddressBook {
  private readonly known = new Map<number, Promise<string>>();

  constructor(
    private readonly source: AddressSource,
    private readonly last: number,
    private readonly group = 8,
  ) {}

  /** The address of a part; asks for those of the next ones too. */
  get(number: number): Promise<string> {
    return this.known.get(number) ?? this.ask(number);
  }

  /** Forgets an address that does not work any more. */
  forget(number: number): void {
    this.known.delete(number);
  }

  private ask(first: number): Promise<string> {
    const numbers: number[] = [];
    for (let number = first; number <= this.last && numbers.length < this.group; number++) {
      if (!this.known.has(number)) numbers.push(number);
    }
    const answer = this.source(numbers);
    for (const number of numbers) {
      const address = answer.then((parts) => {
        const part = parts.find((each) => each.number === number);
        if (part === undefined) throw new Error(`no address for part ${number}`);
        return part.url;
      });
      // Whoever needs it hears of the failure and the next one asks again; nobody else has to.
      address.catch(() => this.known.get(number) === address && this.known.delete(number));
      this.known.set(number, address);
    }
    return this.known.get(first)!;
  }
}
