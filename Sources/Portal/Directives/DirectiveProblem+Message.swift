import Diagnostics
import Markdown

extension DirectiveProblem {
  /// The diagnostic for the problem at `location`.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    if case .attributeTwice(_, let first) = self {
      notes.append(.init(Message(zh: "第一次写在这里", en: "first written here"), at: first))
    }
    return Diagnostic(code, severity, message, at: location, notes: notes, repair: repair)
  }

  private var code: DiagnosticCode {
    switch self {
    case .unknownType, .unknownKind, .unknownForm, .unknownOption, .wrongOption, .wrongDefault, .missingArgument,
      .declaredTwice:
      "LT22"
    case .unknownDirective: "MD08"
    case .unknownAttribute, .unquotedBlank: "MD20"
    case .noValue, .wrongValue, .wrongFileKind, .unknownCollection, .unknownColumn, .filterIsNoCondition, .filterFails:
      "MD21"
    case .missing, .missingOneOf: "MD22"
    case .wrongForm, .noLabel, .tooManyOf, .noTable: "MD23"
    case .attributeTwice: "MD24"
    case .noRows: "MD25"
    case .unknownRecord: "RF02"
    case .upcomingRecord: "OU01"
    case .noFile, .notAttached: "OU02"
    case .unreadableImage: "MD29"
    case .emptyTable: "CV10"
    }
  }

  private var severity: Severity {
    switch self {
    case .upcomingRecord, .noRows, .unreadableImage: .warning
    default: .error
    }
  }

  private var message: Message {
    switch self {
    case .unknownType(let name): Message(zh: "属性没有“\(name)”这种类型", en: "attributes have no type \"\(name)\"")
    case .unknownKind(let name):
      Message(zh: "没有“\(name)”这种可以引用的记录", en: "there is no kind of record \"\(name)\" to refer to")
    case .unknownForm(let known):
      Message(
        zh: "指令的写法是 \(known.joined(separator: "、")) 之一", en: "a form is one of \(known.joined(separator: ", "))")
    case .unknownOption(let name, _): Message(zh: "声明里没有“\(name)”", en: "a declaration has no \"\(name)\"")
    case .wrongOption(let name): Message(zh: "“\(name)”的值不合用", en: "the value of \(name) does not fit")
    case .wrongDefault(let expected):
      Message(zh: "默认值应是：\(expected.zh)", en: "the default is \(expected.en)")
    case .missingArgument(let type):
      Message(zh: "类型 \(type) 要在括号里说明是哪些", en: "the type \(type) says in parentheses of what")
    case .declaredTwice(let name): Message(zh: "“\(name)”已经有了", en: "\"\(name)\" is there already")
    case .unknownDirective(let name, _): Message(zh: "没有名为“\(name)”的指令", en: "there is no directive \"\(name)\"")
    case .unquotedBlank(let name, let value, let word):
      Message(
        zh: "“\(name)”的值到空格为止，“\(word)”不在里面",
        en: "the value of \(name) ends at the blank behind \(value); \(word) is none of it")
    case .unknownAttribute(let name, let directive, _):
      Message(zh: "指令“\(directive)”没有属性“\(name)”", en: "the directive \(directive) has no attribute \"\(name)\"")
    case .attributeTwice(let name, _): Message(zh: "属性“\(name)”写了两次", en: "the attribute \(name) is written twice")
    case .wrongForm(let name, let allowed):
      Message(
        zh: "指令“\(name)”要写成 \(allowed.map { $0.shape(name) }.joined(separator: " 或 "))",
        en: "the directive \(name) is written \(allowed.map { $0.shape(name) }.joined(separator: " or "))")
    case .noLabel(let name):
      Message(zh: "指令“\(name)”的名称后面不能写文字", en: "the directive \(name) takes no text behind its name")
    case .missing(let attributes, let name):
      Message(
        zh: "指令“\(name)”缺少属性“\(attributes.map(\.name).joined(separator: "、"))”",
        en: "the directive \(name) lacks the attribute \(attributes.map(\.name).joined(separator: ", "))")
    case .missingOneOf(["body"], let name):
      Message(zh: "指令“\(name)”里面要有内容", en: "the directive \(name) holds something")
    case .missingOneOf(let names, let name):
      Message(
        zh: "指令“\(name)”要写出 \(Self.list(names).zh) 之一", en: "the directive \(name) needs one of \(Self.list(names).en)")
    case .tooManyOf(let names):
      Message(zh: "\(Self.list(names).zh) 只能写一个", en: "only one of \(Self.list(names).en) is written")
    case .noValue(let name, _): Message(zh: "属性“\(name)”没有写值", en: "the attribute \(name) has no value")
    case .wrongValue(let text, let name, let expected, _):
      Message(
        zh: "属性“\(name)”应是：\(expected.zh)；不能是“\(text)”", en: "the attribute \(name) is \(expected.en), not \"\(text)\"")
    case .unknownRecord(let id, let kind, _):
      Message(zh: "没有编号为“\(id)”的\(kind.title)", en: "there is no \(kind.name) with the id \"\(id)\"")
    case .upcomingRecord(let id):
      Message(zh: "“\(id)”在基准日还没有发布，先不显示", en: "\"\(id)\" is not public yet on the as-of day and is not shown")
    case .noFile(let path, _): Message(zh: "文件“\(path)”不存在", en: "the file \"\(path)\" does not exist")
    case .notAttached(let path):
      Message(zh: "“\(path)”不是附件，读者拿不到它", en: "\"\(path)\" is no attachment; readers cannot have it")
    case .wrongFileKind(let path, let known):
      Message(
        zh: "“\(path)”应是 \(known.joined(separator: "、")) 文件",
        en: "\"\(path)\" should be a file \(known.joined(separator: ", "))")
    case .unreadableImage(let problem): problem.message
    case .unknownCollection(let name, _):
      Message(zh: "没有名为“\(name)”的自建表", en: "there is no declared collection \"\(name)\"")
    case .emptyTable(let path): Message(zh: "表格“\(path)”是空的，连表头也没有", en: "the table \"\(path)\" has not even a header")
    case .noTable(let name, _): Message(zh: "属性“\(name)”要有表格才有用", en: "the attribute \(name) needs a table")
    case .unknownColumn(let name, _): Message(zh: "表里没有“\(name)”这一栏", en: "the table has no column \"\(name)\"")
    case .filterIsNoCondition: Message(zh: "筛选条件要得出是或否", en: "a filter is true or false")
    case .filterFails: Message(zh: "筛选条件在有的行算不出结果", en: "the filter cannot be computed for some rows")
    case .noRows: Message(zh: "没有一行符合条件，表格会是空的", en: "no row meets the filter; the table is empty")
    }
  }

  private var repair: Message? {
    switch self {
    case .unknownType(let name): Self.nearest(name, AttributeType.Name.allCases.map(\.rawValue))
    case .unknownKind(let name): Self.nearest(name, DirectiveRecordKind.all.map(\.name))
    case .unknownOption(let name, let known), .unknownDirective(let name, let known),
      .unknownCollection(let name, let known), .unknownColumn(let name, let known),
      .unknownAttribute(let name, _, let known):
      Self.nearest(name, known)
    case .unquotedBlank(let name, let value, let word):
      Message(
        zh: "值里有空格，要加引号：\(name)=\"\(value) \(word)\"",
        en: "put a value with blanks into quotes: \(name)=\"\(value) \(word)\"")
    case .wrongForm, .unknownForm, .wrongOption, .wrongDefault, .missingArgument: nil
    case .declaredTwice: Message(zh: "换一个名称", en: "choose another name")
    case .attributeTwice: Message(zh: "只留一处", en: "keep one of them")
    case .noLabel(let name):
      Message(zh: "删去，或写成属性：::\(name){属性=值}", en: "delete it, or write it as an attribute: ::\(name){key=value}")
    case .missing(let attributes, _):
      Message(
        zh: "补上 " + attributes.map { "\($0.name)=…（\($0.type.expected.zh)）" }.joined(separator: " "),
        en: "add " + attributes.map { "\($0.name)=… (\($0.type.expected.en))" }.joined(separator: " "))
    case .missingOneOf(["body"], _): Message(zh: "写上内容，或删去它", en: "write its content, or delete it")
    case .missingOneOf: Message(zh: "写出其中一个", en: "write one of them")
    case .tooManyOf: Message(zh: "只留一个", en: "keep one of them")
    case .noValue(let name, let expected):
      Message(zh: "写成 \(name)=…（\(expected.zh)）", en: "write \(name)=… (\(expected.en))")
    case .wrongValue(_, _, _, let nearest): nearest.map(Self.meant)
    case .unknownRecord(_, let kind, let nearest):
      nearest.map(Self.meant)
        ?? Message(zh: "先建立这个\(kind.title)，或改正编号", en: "create that \(kind.name) or correct the id")
    case .upcomingRecord: nil
    case .noFile(_, let nearest):
      nearest.map(Self.meant)
        ?? Message(zh: "把文件放在正文旁边的 files/ 里，或核对路径", en: "put the file into files/ beside the text, or check the path")
    case .notAttached: Message(zh: "把它移到 files/ 文件夹里", en: "move it into a folder files/")
    case .unreadableImage(let problem): problem.repair
    case .wrongFileKind: Message(zh: "另存为这种文件", en: "save it as one of these")
    case .emptyTable: Message(zh: "第一行写表头", en: "write the header first")
    case .noTable(_, let tables):
      Message(
        zh: "写出 \(tables.joined(separator: " 或 "))，或删去它", en: "write \(tables.joined(separator: " or ")), or delete it")
    case .filterIsNoCondition: Message(zh: "写一个比较，如 人数 > 50", en: "write a comparison, such as size > 50")
    case .filterFails: Message(zh: "换一种比较；先试试只比较一栏", en: "compare otherwise; try one column first")
    case .noRows: Message(zh: "放宽条件，或核对表里的写法", en: "widen the filter, or check how the table writes it")
    }
  }

  private static func meant(_ name: String) -> Message { Message(zh: "是不是“\(name)”？", en: "did you mean \(name)?") }

  /// What was meant, or what there is.
  private static func nearest(_ name: String, _ known: [String]) -> Message? {
    if let nearest = Suggestion.nearest(to: name, among: known) { return meant(nearest) }
    guard !known.isEmpty else { return Message(zh: "这里一个也没有，删去它", en: "there are none; delete it") }
    return Message(zh: "可用：" + known.joined(separator: " "), en: "known: " + known.joined(separator: " "))
  }

  /// Names of attributes, and the body by a word.
  private static func list(_ names: [String]) -> Message {
    Message(
      zh: names.map { $0 == "body" ? "里面的内容" : $0 }.joined(separator: "、"),
      en: names.map { $0 == "body" ? "content inside" : $0 }.joined(separator: ", "))
  }
}

extension DirectiveCall.Form {
  /// What a directive called `name` looks like in this form.
  package func shape(_ name: String, hasAttributes: Bool = true) -> String {
    let attributes = hasAttributes ? "{…}" : ""
    return switch self {
    case .container: ":::\(name)\(attributes) … :::"
    case .leaf: "::\(name)\(attributes)"
    case .inline: ":\(name)[…]\(attributes)"
    }
  }
}
