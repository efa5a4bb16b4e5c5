import { describe, expect, it } from "vitest";
import { snippetOf } from "../src/embed/snippet";

describe("the line for another site", () => {
  it("frames the share link's player", () => {
    expect(snippetOf("https://idols.example", "AbC-_9", "MV, with names")).toBe(
      '<iframe src="https://idols.example/embed/AbC-_9" title="MV, with names" width="100%" height="680" allow="fullscreen" loading="lazy"></iframe>',
    );
  });

  it("lets a title be nothing but text", () => {
    const line = snippetOf("https://idols.example", "a", '"><script>alert(1)</script>&');
    expect(line).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
  });
});
