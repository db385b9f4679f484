import Diagnostics

extension Leak.Kind {
  /// PV01–PV05 of the reference.
  var code: DiagnosticCode {
    switch self {
    case .identity: "PV01"
    case .mobile: "PV02"
    case .card: "PV03"
    case .mail, .chat: "PV04"
    case .trainee: "PV05"
    }
  }

  private var name: Message {
    switch self {
    case .identity: Message(zh: "身份证号", en: "an identity number")
    case .mobile: Message(zh: "手机号", en: "a mobile number")
    case .card: Message(zh: "银行卡号", en: "a bank card number")
    case .mail: Message(zh: "个人邮箱", en: "a private mail address")
    case .chat: Message(zh: "QQ 或微信号", en: "a QQ or WeChat account")
    case .trainee: Message(zh: "花名册里的学员编号", en: "a training number of a roster")
    }
  }

  private var repair: Message {
    switch self {
    case .identity, .card:
      Message(
        zh: "从来源里删去；确实不是的，在 content/privacy.yml 写明这串数字和理由",
        en: "delete it from its source; if it is none, state the digits and the reason in content/privacy.yml")
    case .mobile, .mail:
      Message(
        zh: "从来源里删去；办公用的写进 org/contacts.yml；确实不是的，在 content/privacy.yml 写明理由",
        en:
          "delete it from its source; an office's belongs into org/contacts.yml; if it is none, give the reason in content/privacy.yml"
      )
    case .chat:
      Message(
        zh: "从来源里删去，改写怎样联系处室；确实要公开的，在 content/privacy.yml 写明理由",
        en: "delete it and say how to reach the office; if it has to be public, give the reason in content/privacy.yml")
    case .trainee:
      Message(
        zh: "从来源里删去：用它能登录平台；碰巧相同、不是学员编号的，在 content/privacy.yml 写明理由",
        en:
          "delete it from its source, people log in with it; if it only looks like one, give the reason in content/privacy.yml"
      )
    }
  }

  /// For a file or folder that is called so; `path` is shown without digits.
  func diagnostic(inName path: String) -> Diagnostic {
    Diagnostic(
      code,
      Message(
        zh: "文件名或网址里有\(name.zh)，不能发布",
        en: "the name or address of this file holds \(name.en), which must not be published"),
      at: SourceLocation(path), repair: Message(zh: "换一个文件名或编号", en: "rename it"))
  }

  /// For a document; `places` are where it stands in it.
  func diagnostic(in path: String, places: [Message]) -> Diagnostic {
    let first = FirstPlaces(places)
    return Diagnostic(
      code,
      Message(
        zh: "\(first.text.zh)\(first.hasMore ? "等处" : "")有\(name.zh)，不能发布",
        en: "\(first.text.en)\(first.hasMore ? " and others" : ""): \(name.en), which must not be published"),
      at: SourceLocation(path), repair: repair)
  }

  /// `lines` are lines of the file `path`; `source` is the file of the page's text when it stands there too, with its lines.
  func diagnostic(in path: String, lines: [Int], source: (path: String, lines: [Int])?) -> Diagnostic {
    let shown = source ?? (path, lines)
    let first = FirstPlaces(lines: shown.lines)
    return Diagnostic(
      code,
      Message(
        zh: "第 \(first.text.zh) 行\(first.hasMore ? "等处" : "")有\(name.zh)，不能发布",
        en: "line \(first.text.en)\(first.hasMore ? " and others" : "") holds \(name.en), which must not be published"),
      at: SourceLocation(shown.path), repair: repair)
  }
}
