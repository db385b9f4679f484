import Foundation
import Testing

@Suite(.enabled(if: LayoutsCase.folder != nil, "skipped: no conformance data"))
struct LayoutsConformanceTests {
  @Test func `there are cases`() { #expect(LayoutsCase.all.count >= 280) }

  @Test(arguments: LayoutsCase.all.map(\.id))
  func `a layout gives the bytes of Jinja2 or is on the list`(id: String) throws {
    let example = try #require(LayoutsCase.all.first { $0.id == id })
    let difference = LayoutsDifferences.table[id]
    let outcome = example.run(typed: false)
    let agrees: Bool
    switch (outcome, example.expected) {
    case (.output(let output), let expected?): agrees = output == expected
    case (.refused(_, let lines), nil): agrees = example.errorLine.map { lines.contains($0) } ?? true
    case (.output, nil), (.refused, _?): agrees = false
    }
    #expect(
      agrees == (difference == nil),
      "\(outcome) instead of \(example.expected ?? "error"); listed: \(String(describing: difference))")
  }

  @Test(arguments: LayoutsCase.all.map(\.id))
  func `with types from the context the bytes are the same or the checker refuses`(id: String) throws {
    let example = try #require(LayoutsCase.all.first { $0.id == id })
    let dynamic = example.run(typed: false)
    let typed = example.run(typed: true)
    switch (dynamic, typed) {
    case (.output, .output):
      #expect((typed == dynamic) != TypedRefusals.differing.contains(id), "\(typed) instead of \(dynamic)")
      #expect(TypedRefusals.heads[id] == nil, "\(id) is listed, but the checker accepts it")
    case (.output, .refused(let codes, _)):
      let head = try #require(TypedRefusals.heads[id], "\(id) is refused with types alone and not listed: \(codes)")
      #expect(codes.allSatisfy { TypedRefusals.code($0, belongsTo: head) }, "\(id) \(codes)")
    case (.refused, _):
      #expect(TypedRefusals.heads[id] == nil, "\(id) is listed, but it is refused in any case")
    }
  }

  @Test func `what fails without types never renders with them`() {
    let rendered = LayoutsCase.all.filter { example in
      guard case .refused = example.run(typed: false), case .output = example.run(typed: true) else { return false }
      return true
    }
    #expect(rendered.map(\.id) == [])
  }

  @Test func `at most twenty-five shared cases without left-out constructs are listed`() {
    let listed = LayoutsCase.all.filter { example in
      example.isShared && (LayoutsDifferences.table[example.id].map { $0.head != .leftOut } ?? false)
    }
    #expect(listed.count <= 25, "\(listed.map(\.id))")
  }

  @Test func `what is left out is refused, never silently different`() {
    for example in LayoutsCase.all where LayoutsDifferences.table[example.id]?.head == .leftOut {
      // `date` is no filter of Jinja2: only its letters for times of day are left out.
      if example.id == "j-280" { continue }
      guard case .refused = example.run(typed: false) else {
        Issue.record("\(example.id) is rendered")
        continue
      }
    }
  }

  @Test func `the list names only cases that exist`() {
    let ids = Set(LayoutsCase.all.map(\.id))
    #expect(LayoutsDifferences.table.keys.allSatisfy { ids.contains($0) })
    #expect(TypedRefusals.heads.keys.allSatisfy { ids.contains($0) })
    #expect(TypedRefusals.differing.isSubset(of: ids))
  }
}

/// Random layouts with what Jinja2 made of them, in the form of the cases; the file is named by
/// `PROSPECTUS_RANDOM_LAYOUTS`.
@Suite(.enabled(if: LayoutsCase.randomFile != nil, "skipped: no random layouts"))
struct RandomLayoutsTests {
  @Test func `random layouts give the bytes of Jinja2 or both fail`() throws {
    let file = try #require(LayoutsCase.randomFile)
    let cases = LayoutsCase.read(file)
    var differing = 0
    for example in cases {
      switch (example.run(typed: false), example.expected) {
      case (.output(let output), let expected?) where output == expected: break
      case (.refused, nil): break
      case (let outcome, let expected):
        differing += 1
        print(
          "DIFFERS", example.id, "\n  T:", example.templates[0].text.debugDescription, "\n  G:", outcome, "\n  E:",
          expected?.debugDescription ?? "error")
      }
    }
    #expect(differing == 0, "\(differing) of \(cases.count)")
  }
}
