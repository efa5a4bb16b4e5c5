/** Comma-separated records (RFC 4180); lines end with LF, CRLF or CR, empty ones are passed over. */
export function recordsOf(text: string): { fields: string[]; line: number }[] {
  const records: { fields: string[]; line: number }[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  const ends = (c: string | undefined) => c === undefined || c === "\n" || c === "\r";
  const field = (): string => {
    let value = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] === '"' && text[++at] !== '"') break;
        if (text[at] === "\n") line++;
        value += text[at];
      }
    }
    const from = at;
    while (!ends(text[at]) && text[at] !== ",") at++;
    return value + text.slice(from, at);
  };
  while (at < text.length) {
    if (ends(text[at])) {
      if (text[at] === "\n" || text[at + 1] !== "\n") line++;
      at++;
      continue;
    }
    const record = { fields: [] as string[], line };
    record.fields.push(field());
    while (text[at] === ",") {
      at++;
      record.fields.push(field());
    }
    records.push(record);
  }
  return records;
}

/** A field as it is written. */
export function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
