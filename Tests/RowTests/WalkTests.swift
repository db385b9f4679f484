import Foundation
import Testing

/// What teachers ask (domain §5.1), answered by walking from the first page along links alone, as a phone without scripts does.
///
/// `walks.csv` has for each question the portal, the most clicks it may take, the links by what they say, and what the last
/// page says in its main part. There may be several walks of one question.
@Suite struct WalkTests {
  private static let walks = (try? Walk.committed.get()) ?? []

  @Test func `the table can be read, and has every question`() throws {
    let questions = Set(try Walk.committed.get().map(\.question))
    let wanted = [1...8, 12...18, 21...30, 34...34, 37...39, 42...42].joined()
    #expect(questions == Set(wanted.map { "T\($0)" }))
  }

  @Test(arguments: walks)
  func `the links lead to the answer, in as few clicks as promised`(walk: Walk) throws {
    #expect(walk.steps.count <= walk.clicks)
    let portal = try #require(try TestPortal.all.get()[walk.portal])
    var address = ""
    for step in walk.steps {
      let page = try #require(portal.pages[address], "no page \(address)")
      let link = try #require(page.link(saying: step), "no link “\(step)” on \(address)")
      address = Self.address(of: link, from: address)
    }
    let page = try #require(portal.pages[address], "no page \(address)")
    let main = try page.first(Selector("main")).map { page.text(of: $0) } ?? ""
    for answer in walk.answers { #expect(main.contains(answer), "\(address) does not say “\(answer)”: \(main)") }
  }

  /// The page to which `link` leads from the page `address`; its place on the page is left out.
  private static func address(of link: String, from address: String) -> String {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty else { return address }
    var parts = address.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part).removingPercentEncoding ?? String(part))
      }
    }
    let whole = parts.joined(separator: "/")
    return whole.hasSuffix("index.html") ? String(whole.dropLast(10)) : whole
  }
}

extension PageTree {
  /// Where the first link leads that says `text`, or else the first whose words begin with it.
  fileprivate func link(saying text: String) -> String? {
    let links = elements.indices.compactMap { index -> (href: String, text: String)? in
      guard elements[index].name == "a", let href = elements[index].attributes["href"], !href.contains(":") else {
        return nil
      }
      return (href, self.text(of: index))
    }
    return (links.first { $0.text == text } ?? links.first { $0.text.hasPrefix(text) })?.href
  }
}

/// A line of `walks.csv`.
struct Walk: Sendable, CustomTestStringConvertible {
  let question: String
  let portal: String
  /// The most that it may take.
  let clicks: Int
  let steps: [String]
  let answers: [String]

  var testDescription: String { "\(question) \(steps.joined(separator: " > "))" }

  /// As they are committed, beside the tests.
  static let committed = Result {
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "walks.csv")
    return try CSVFile(table).rows(["question", "asks", "portal", "clicks", "steps", "answers"]).map { _, cells in
      Walk(
        question: cells[0], portal: cells[2], clicks: Int(cells[3]) ?? 0, steps: parts(cells[4], " > "),
        answers: parts(cells[5], " | "))
    }
  }

  private static func parts(_ cell: String, _ separator: String) -> [String] {
    cell.components(separatedBy: separator).filter { !$0.isEmpty }
  }
}
