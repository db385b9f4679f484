import Bytes
import Expressions
import Training

/// Certificates as they are printed: one HTML file without anything from outside, a page of A4 each.
///
/// It holds names, so it is no page of the portal and no layout sees it.
struct CertificateSheets {
  private let book: Gradebook
  private let project: Project
  private let model: Model

  init(_ book: Gradebook, _ project: Project, _ model: Model) {
    self.book = book
    self.project = project
    self.model = model
  }

  /// The bytes of the file, in the order of the numbers.
  var page: [UInt8] {
    var output: [UInt8] = []
    func raw(_ text: String) { output.append(contentsOf: text.utf8) }
    raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
    raw("<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">\n<title>")
    HTMLEscaping.append(text: project.name, to: &output)
    raw("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n")
    for held in book.certificates.sorted(by: { $0.number < $1.number }) { append(held, to: &output) }
    raw("</body>\n</html>\n")
    return output
  }

  private func append(_ held: HeldCertificate, to output: inout [UInt8]) {
    let rule = model.certificates.records[held.rule]
    let person = book.people[held.person]
    func element(_ name: String, _ text: String) {
      output.append(contentsOf: "  <p class=\"\(name)\">".utf8)
      HTMLEscaping.append(text: text, to: &output)
      output.append(contentsOf: "</p>\n".utf8)
    }
    output.append(contentsOf: "<section>\n  <h1>".utf8)
    HTMLEscaping.append(text: rule.kind, to: &output)
    output.append(contentsOf: "</h1>\n".utf8)
    element("number", "编号：" + held.number)
    element("name", person.name + (person.unit.map { "（\($0)）" } ?? ""))
    element("text", sentence)
    element("issuer", rule.issuer(in: model))
    element("date", "\(held.issued.year)年\(held.issued.monthDayText)")
    output.append(contentsOf: "</section>\n".utf8)
  }

  /// `参加“…”（2026年8月15日—9月30日），共25学时，考核合格，特发此证。`
  private var sentence: String {
    let span = project.actual ?? project.when
    let year = "\(span.first.year)年"
    let time = span.text.hasPrefix(year) ? span.text : year + span.text
    let hours = project.classHours.map { "，共\($0.number)学时" } ?? ""
    return "参加“\(project.name)”（\(time)）\(hours)，考核合格，特发此证。"
  }

  private static let style = """
    @page { size: A4 landscape; margin: 0 }
    * { box-sizing: border-box; margin: 0 }
    body { font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1a1a1a }
    section { width: 297mm; height: 209mm; padding: 30mm 42mm 24mm; position: relative; overflow: hidden; break-after: page }
    section::before { content: ""; position: absolute; inset: 11mm; border: 0.9mm double #a3301c }
    section:last-child { break-after: auto }
    h1 { font-size: 34pt; letter-spacing: 0.35em; text-indent: 0.35em; text-align: center; font-weight: 600; color: #a3301c }
    .number { margin-top: 5mm; text-align: right; font-size: 12pt }
    .name { margin-top: 14mm; font-size: 20pt }
    .text { margin-top: 8mm; font-size: 18pt; line-height: 2; text-indent: 2em; text-align: justify }
    .issuer { position: absolute; right: 42mm; bottom: 42mm; width: 90mm; text-align: center; font-size: 16pt }
    .date { position: absolute; right: 42mm; bottom: 30mm; width: 90mm; text-align: center; font-size: 14pt }
    @media screen { body { background: #ddd } section { background: #fff; margin: 8mm auto; max-width: 100% } }

    """
}
