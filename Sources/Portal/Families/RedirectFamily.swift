import Expressions
import Training

/// Where pages once were: a page at each such address that leads to where its page is now.
let redirectFamily = PageFamily(
  "redirect", layout: "redirect.html", variables: [("target", .link), ("target_canonical", .text)]
) { context in
  let base = context.model.settings.baseURL.text
  return context.redirects.stubs.map { stub in
    Page(
      stub.from, title: "网址已更改", description: nil, section: .other, isNoIndex: true, source: "content/redirects.csv",
      links: stub.target.fragment == nil
        ? [] : [TextLink(address: stub.target.relative(to: stub.from), location: stub.record.location(of: "to"))]
    ) { _ in [.link(stub.target), .text(base + stub.target.path)] }
  }
}
