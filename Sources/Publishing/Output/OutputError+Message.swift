package import Diagnostics
import Files

extension OutputError {
  /// The error as one diagnostic: FL10–FL16, FL18, FL19.
  package var diagnostic: Diagnostic {
    switch self {
    case .file(let error): return error.diagnostic()
    case .partly(let error):
      var diagnostic = error.diagnostic()
      let note = Message(
        zh: "逐个替换时中断：输出文件夹中新旧文件并存，每个文件都是完整的；问题排除后重新构建即可",
        en: "stopped while replacing file by file: the output holds old and new files, each of them whole; build again")
      diagnostic.notes.append(Diagnostic.Note(note))
      return diagnostic
    case .notAFolder(let output):
      return make(
        "FL12", output,
        Message(zh: "输出位置必须是文件夹，“\(output)”不是", en: "the output must be a folder; '\(output)' is none"),
        Message(zh: "用 --output 指定别的位置，或移走这个文件", en: "choose another place with --output, or move the file away"))
    case .wouldCover(let output, let input):
      return make(
        "FL13", output,
        Message(
          zh: "输出文件夹会被整个替换，“\(output)”与输入“\(input)”重叠",
          en: "the output folder is replaced as a whole; '\(output)' overlaps the input '\(input)'"),
        Message(zh: "用 --output 指定一个独立的文件夹，例如 site", en: "choose a folder of its own with --output, such as site"))
    case .foreign(let output, let example):
      return make(
        "FL14", output,
        Message(
          zh: "输出文件夹会被整个替换，“\(output)”里却有并非由构建产生的文件（例如“\(example)”）",
          en: "the output folder is replaced as a whole; '\(output)' holds files no build made ('\(example)')"),
        Message(
          zh: "清空该文件夹，或用 --output 指定别的文件夹", en: "empty the folder, or choose another one with --output"))
    case .otherReaders(let output, let isPreview):
      return make(
        "FL19", output,
        isPreview
          ? Message(
            zh: "“\(output)”里是预览，正式的门户不写在这里",
            en: "'\(output)' holds a preview; the portal for everyone does not go there")
          : Message(
            zh: "“\(output)”里是正式的门户，预览不能替换它",
            en: "'\(output)' holds the portal for everyone; a preview does not replace it"),
        Message(
          zh: "用 --output 指定别的文件夹；确要改用这个文件夹，先删除它",
          en: "choose another folder with --output; to use this one, delete it first"))
    case .locked(let output):
      return make(
        "FL15", output,
        Message(zh: "另一个构建正在写入“\(output)”", en: "another build is writing to '\(output)'"),
        Message(zh: "等它结束后重试", en: "try again when it has finished"))
    case .changedMeanwhile(let path):
      return make(
        "FL18", path,
        Message(
          zh: "构建过程中，已发布的文件“\(path)”被别的程序改动", en: "the published file '\(path)' was changed by others during the build"),
        Message(zh: "再构建一次", en: "build again"))
    case .badPath(let path, let reason):
      return make("FL16", path, reason.message(path), nil)
    }
  }

  private func make(_ code: DiagnosticCode, _ path: String, _ message: Message, _ repair: Message?) -> Diagnostic {
    Diagnostic(code, .error, message, at: SourceLocation(path), repair: repair)
  }
}

extension OutputError.BadPath {
  fileprivate func message(_ path: String) -> Message {
    switch self {
    case .malformed:
      Message(zh: "“\(path)”不能作为门户中的路径", en: "'\(path)' cannot be a path of the portal")
    case .hidden:
      Message(
        zh: "输出文件夹顶层以点开头的名称归网站主机所有：“\(path)”",
        en: "names that begin with a dot at the top of the output belong to the host: '\(path)'")
    case .taken:
      Message(zh: "两个页面不得占用同一路径：“\(path)”", en: "two pages may not have the same path: '\(path)'")
    }
  }
}

extension Diagnostic {
  /// An old tree that could not be removed, or holds something of the host's that the output has in another form.
  static func treeKept(_ path: String, _ error: FileError?) -> Diagnostic {
    let why = error?.reason.message ?? Message(zh: "其中有主机的文件", en: "it holds files of the host")
    return Diagnostic(
      "FL17", .warning,
      Message(zh: "旧的文件夹“\(path)”保留未删：\(why.zh)", en: "the old folder '\(path)' was kept: \(why.en)"),
      at: SourceLocation(path),
      repair: Message(zh: "取出需要的文件后删除它", en: "take from it what you need, then remove it"))
  }
}
