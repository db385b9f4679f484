import Diagnostics
import TestSupport
import Testing

@Suite struct RenderingTests {
  private let unknownKey = Message(zh: "没有“minuts”这一栏", en: "there is no field 'minuts'")
  private let repair = Message(zh: "写成“minutes”", en: "write 'minutes'")

  private func render(
    _ text: MarkedText, format: DiagnosticRenderer.Format = .human, language: Language = .chinese, width: Int = 100,
    colour: Bool = false
  ) -> String {
    let diagnostic = Diagnostic(
      "RF07", .error, unknownKey, at: SourceLocation("content/packs/x/01.md", text.span),
      notes: text.spans.dropFirst().map {
        Diagnostic.Note(Message(zh: "先在这里写过", en: "first stated here"), at: SourceLocation("content/packs/x/01.md", $0))
      }, repair: repair)
    let options = DiagnosticRenderer.Options(language: language, colour: colour, width: width)
    let bytes = DiagnosticRenderer(format, options).render([diagnostic]) { _ in text.bytes }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `people see place, rule, excerpt, repair and notes`() {
    let text = MarkedText("---\ntitle: 单元备课\n\n⟦minuts⟧: 45\n⟦minutes⟧: 40\n")
    #expect(
      render(text) == """
        content/packs/x/01.md:4:1: 错误[RF07]: 没有“minuts”这一栏
          4 | minuts: 45
            | ^^^^^^
            = 改法：写成“minutes”
        content/packs/x/01.md:5:1: 说明: 先在这里写过
          5 | minutes: 40
            | ^^^^^^^
        1 个错误

        """)
    let english = render(text, language: .english)
    #expect(english.hasPrefix("content/packs/x/01.md:4:1: error[RF07]: there is no field 'minuts'\n"))
  }

  @Test func `the caret stands under its character where Han is two columns wide`() {
    let lines = render(MarkedText("时长：四十五，minuts⟦：四十⟧五")).split(separator: "\n")
    // 时长：四十五， are 7 characters of two columns, minuts six of one: 20 columns; the mark is 3 characters wide.
    #expect(lines[1] == "  1 | 时长：四十五，minuts：四十五")
    #expect(lines[2] == "    | " + String(repeating: " ", count: 20) + "^^^^^^")
    let combining = render(MarkedText("e\u{301}\u{200B}⟦x⟧")).split(separator: "\n")
    #expect(combining[2] == "    |  ^")
  }

  @Test func `a place between two bytes, at a line end or over several lines has a caret`() {
    #expect(render(MarkedText("ab⟦⟧c")).contains("    |   ^\n"))
    #expect(render(MarkedText("ab⟦⟧\nc")).contains("    |   ^\n"))
    #expect(render(MarkedText("ab⟦c\nd⟧e")).contains("  1 | abc\n    |   ^\n"))
    #expect(render(MarkedText("⟦⟧")).contains("  1 | \n    | ^\n"))
  }

  @Test func `a long line is cut around the caret`() {
    let filler = String(repeating: "长", count: 5000)
    let lines = render(MarkedText("\(filler)⟦minuts⟧\(filler)"), width: 60).split(separator: "\n")
    #expect(lines[1].hasPrefix("  1 | …长"))
    #expect(lines[1].hasSuffix("长…"))
    #expect(columns(lines[1]) <= 60)
    let position = lines[1].firstRange(of: "minuts")!.lowerBound
    #expect(columns(lines[1][..<position]) == lines[2].prefix { $0 != "^" }.count)
    #expect(lines[2].hasSuffix(" ^^^^^^"))
  }

  @Test func `a line that just fits is not cut, one at either end is cut on one side`() {
    let fit = String(repeating: "x", count: 47)
    #expect(render(MarkedText("⟦a⟧\(fit)"), width: 54).contains("  1 | a\(fit)\n"))
    #expect(render(MarkedText("\(fit)⟦a⟧"), width: 54).contains("  1 | \(fit)a\n"))
    let long = String(repeating: "x", count: 300)
    #expect(render(MarkedText("⟦a⟧\(long)"), width: 54).contains("  1 | axxx"))
    #expect(render(MarkedText("⟦a⟧\(long)"), width: 54).contains("x…\n"))
    #expect(render(MarkedText("\(long)⟦a⟧"), width: 54).contains("xa\n"))
  }

  @Test func `tabs, controls and directional marks cannot spoil the terminal`() {
    let output = render(MarkedText("\ta\u{1B}[2J\u{202E}⟦x⟧"))
    #expect(output.contains("  1 |     a\u{FFFD}[2J\u{FFFD}x\n"))
    #expect(!output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func `colours come only when asked for`() {
    let text = MarkedText("⟦minuts⟧: 45")
    #expect(!render(text).contains("\u{1B}"))
    #expect(render(text, colour: true).contains("\u{1B}[1;31m错误[RF07]\u{1B}[0m"))
  }

  @Test func `programs get one object`() {
    #expect(
      render(MarkedText("a\n⟦\"b⟧c"), format: .json) == """
        {"diagnostics":[
        {"code":"RF07","severity":"error","file":"content/packs/x/01.md","line":2,"column":1,"endLine":2,"endColumn":3,\
        "message":"没有“minuts”这一栏","repair":"写成“minutes”","notes":[]}
        ],"summary":{"errors":1,"warnings":0,"notes":0}}

        """)
    let renderer = DiagnosticRenderer(.json, DiagnosticRenderer.Options(language: .english))
    let bare = Diagnostic("FL10", .warning, Message(zh: "x", en: "a \"b\" \\ \n\u{1}"), at: nil)
    #expect(
      String(decoding: renderer.render([bare]) { _ in nil }, as: UTF8.self) == """
        {"diagnostics":[
        {"code":"FL10","severity":"warning","file":null,"line":null,"column":null,"endLine":null,"endColumn":null,\
        "message":"a \\"b\\" \\\\ \\n\\u0001","repair":null,"notes":[]}
        ],"summary":{"errors":0,"warnings":1,"notes":0}}

        """)
    let none = String(decoding: renderer.render([]) { _ in nil }, as: UTF8.self)
    #expect(none == "{\"diagnostics\":[],\"summary\":{\"errors\":0,\"warnings\":0,\"notes\":0}}\n")
  }

  @Test func `annotations are escaped as the runner wants`() {
    let message = Message(zh: "权重合计 105%：\n应为 100%", en: "")
    let diagnostic = Diagnostic(
      "WT01", .warning, message, at: SourceLocation("content/a,b:c.md", SourceSpan(0, 2)), repair: repair)
    let options = DiagnosticRenderer.Options(pathPrefix: "portal/")
    let output = DiagnosticRenderer(.github, options).render([diagnostic]) { _ in Array("abc".utf8) }
    #expect(
      String(decoding: output, as: UTF8.self)
        == "::warning file=portal/content/a%2Cb%3Ac.md,line=1,col=1,endColumn=2,title=WT01::"
        + "权重合计 105%25：%0A应为 100%25%0A改法：写成“minutes”\n")
  }

  @Test func `a hundred are printed, errors first, and the rest is counted`() {
    let many = (0..<250).map { number in
      Diagnostic(
        number == 249 ? "WT01" : "HR02", number == 249 ? .error : .warning, Message(zh: "\(number)", en: ""),
        at: SourceLocation("content/\(number).md"))
    }
    let human = String(decoding: DiagnosticRenderer(.human).render(many) { _ in nil }, as: UTF8.self)
    #expect(human.split(separator: "\n").count == 102)
    #expect(human.contains("content/249.md: 错误[WT01]: 249"))
    #expect(human.hasSuffix("……另有 150 条未显示\n1 个错误，249 个警告\n"))
    let json = String(decoding: DiagnosticRenderer(.json).render(many) { _ in nil }, as: UTF8.self)
    #expect(json.components("\"code\"") == 250)
  }

  @Test func `equal ones are said once, in the order of file and offset`() {
    func diagnostic(_ path: String, _ offset: Int) -> Diagnostic {
      Diagnostic("RF02", .error, unknownKey, at: SourceLocation(path, SourceSpan(offset, offset + 1)))
    }
    let all = [diagnostic("b", 0), diagnostic("a", 5), diagnostic("a", 1), diagnostic("a", 5)]
    let text = String(decoding: DiagnosticRenderer(.human).render(all) { _ in Array("abcdefg".utf8) }, as: UTF8.self)
    let places = text.split(separator: "\n").filter { $0.contains("RF02") }.map { $0.prefix(5) }
    #expect(places == ["a:1:2", "a:1:6", "b:1:1"])
  }

  @Test func `summaries count each kind`() {
    let error = Diagnostic("WT01", .error, unknownKey, at: nil)
    let note = Diagnostic("WT02", .note, unknownKey, at: nil)
    #expect(DiagnosticSummary([]).text(in: .chinese) == "没有发现问题")
    #expect(DiagnosticSummary([error, error, note]).text(in: .english) == "1 error, 1 note")
    #expect(DiagnosticSummary([error, note]).text(in: .chinese) == "1 个错误，1 条提示")
  }

  @Test(.timeLimit(.minutes(1))) func `a hundred thousand diagnostics in one endless line are not quadratic`() {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)
    let many = (0..<20_000).map { number in
      Diagnostic("YA01", .error, unknownKey, at: SourceLocation("a.yml", SourceSpan(number * 100, number * 100 + 1)))
    }
    let json = DiagnosticRenderer(.json).render(many) { _ in text }
    #expect(String(decoding: json.suffix(300), as: UTF8.self).contains("\"column\":1999901,"))
    #expect(DiagnosticRenderer(.human).render(many) { _ in text }.count < 100_000)
  }
}

/// Columns of a terminal: two for the Han characters these tests use.
private func columns(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
