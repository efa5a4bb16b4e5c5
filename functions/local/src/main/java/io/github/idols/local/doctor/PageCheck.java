package io.github.idols.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the page is there with its script, also at a share link, and with safe headers. */
public final class PageCheck implements Check {
  private static final String PAGE = "page";
  private static final String HEADERS = "security headers";
  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");
  private static final String UPLOAD =
      "Copy it there: npm --prefix web run build, then aws s3 sync web/dist s3://SITE_BUCKET"
          + " (docs/operations.md).";
  private static final String POLICY =
      "See the response headers' policy of the distribution in template.yaml.";

  private final Web web;
  private final URI page;

  /**
   * @param page its address, without a path
   */
  public PageCheck(Web web, URI page) {
    this.web = web;
    this.page = page;
  }

  @Override
  public List<Finding> look() {
    try {
      Web.Answer answer = web.get(page.resolve("/"), Map.of());
      List<Finding> findings = new ArrayList<>();
      findings.add(encrypted());
      findings.addAll(content(answer));
      findings.addAll(headers(answer));
      return findings;
    } catch (IOException e) {
      return List.of(
          new Finding.Wrong(
              PAGE,
              page + " cannot be reached: " + Web.why(e),
              "Look whether the address is right, and whether the service runs: on this machine"
                  + " ./idols serve, on AWS the stack's output Page."));
    }
  }

  private Finding encrypted() {
    boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(page.getHost());
    if (page.getScheme().equals("https")) {
      return new Finding.Good("encryption", "https");
    }
    return here
        ? new Finding.Good("encryption", "not needed on this machine")
        : new Finding.Wrong(
            "encryption",
            "the page comes by http",
            "Give the https address; serve the page by CloudFront, which redirects to https.");
  }

  private List<Finding> content(Web.Answer answer) throws IOException {
    if (answer.status() != 200) {
      return List.of(
          new Finding.Wrong(PAGE, page + " answers with status " + answer.status(), UPLOAD));
    }
    Matcher script = SCRIPT.matcher(answer.body());
    if (!answer.body().contains("<title>idols</title>") || !script.find()) {
      return List.of(
          new Finding.Wrong(
              PAGE,
              page + " is another page",
              "Look whether the address is right. If it is: " + UPLOAD));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding.Good(PAGE, page + " answers"));
    URI file = page.resolve("/").resolve(script.group(1));
    Web.Answer code = web.get(file, Map.of());
    findings.add(
        code.status() == 200 && code.header("Content-Type").contains("javascript")
            ? new Finding.Good("script", file.getPath() + " answers")
            : new Finding.Wrong(
                "script",
                file.getPath() + " answers with status " + code.status(),
                "The page was copied in part, or is an old one. " + UPLOAD));
    Web.Answer shared = web.get(page.resolve("/v/doctor"), Map.of());
    findings.add(
        shared.status() == 200 && shared.body().equals(answer.body())
            ? new Finding.Good("share links", "they lead to the page")
            : new Finding.Wrong(
                "share links",
                "/v/... answers with status " + shared.status() + ", not with the page",
                "Have every path that begins with /v/ answered with /index.html, as SiteRoutes in"
                    + " template.yaml does."));
    return findings;
  }

  private List<Finding> headers(Web.Answer answer) {
    List<Finding> wrong = new ArrayList<>();
    String policy = answer.header("Content-Security-Policy");
    if (policy.isEmpty()) {
      wrong.add(missing("Content-Security-Policy"));
    } else {
      String scripts = directive(policy, "script-src", directive(policy, "default-src", "*"));
      if (List.of(scripts.split(" ", -1)).stream()
          .anyMatch(List.of("*", "'unsafe-inline'", "'unsafe-eval'", "https:")::contains)) {
        wrong.add(
            new Finding.Wrong(HEADERS, "the Content-Security-Policy lets any script run", POLICY));
      }
      if (directive(policy, "frame-ancestors", "").isEmpty()
          && answer.header("X-Frame-Options").isEmpty()) {
        wrong.add(missing("frame-ancestors in the policy, or X-Frame-Options"));
      }
    }
    if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
      wrong.add(missing("X-Content-Type-Options: nosniff"));
    }
    if (answer.header("Referrer-Policy").isEmpty()) {
      // A share link is known to whoever has it: other sites must not be told.
      wrong.add(missing("Referrer-Policy"));
    }
    if (page.getScheme().equals("https") && answer.header("Strict-Transport-Security").isEmpty()) {
      wrong.add(missing("Strict-Transport-Security"));
    }
    return wrong.isEmpty() ? List.of(new Finding.Good(HEADERS, "all there")) : wrong;
  }

  private static Finding missing(String header) {
    return new Finding.Wrong(HEADERS, header + " is missing", POLICY);
  }

  private static String directive(String policy, String name, String otherwise) {
    for (String part : policy.split(";", -1)) {
      String trimmed = part.strip();
      if (trimmed.startsWith(name + " ")) {
        return trimmed.substring(name.length()).strip();
      }
    }
    return otherwise;
  }
}
