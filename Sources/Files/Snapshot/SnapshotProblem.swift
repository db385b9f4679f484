import Diagnostics

/// What keeps a file or folder out of a snapshot.
enum SnapshotProblem: Hashable, Sendable {
  /// The folder of the snapshot itself is not there.
  case noFolder
  case unreadable(FileError.Reason)
  case nameNotUTF8
  case linkLeaves(to: String)
  case linkLoops
  case linkBelowLink
  case linkBroken
  case notAFile
  case tooDeep(limit: Int)
  case tooMany(limit: Int)

  /// The problem as a diagnostic for the whole file `path`.
  func diagnostic(at path: String) -> Diagnostic {
    let (code, severity, message, repair) = parts(path)
    return Diagnostic(code, severity, message, at: SourceLocation(path), repair: repair)
  }

  private func parts(_ path: String) -> (DiagnosticCode, Severity, Message, Message?) {
    switch self {
    case .unreadable(let reason):
      let diagnostic = FileError(reason, .read, path).diagnostic()
      return (diagnostic.code, .error, diagnostic.message, diagnostic.repair)
    case .nameNotUTF8:
      return (
        "FL02", .error,
        Message(zh: "文件名必须是 UTF-8，“\(path)”不是", en: "file names must be UTF-8; '\(path)' is not"),
        Message(
          zh: "给文件改名；从旧系统解压的文件可用 convmv 转换文件名",
          en: "rename the file; convmv converts the names of old archives")
      )
    case .linkLeaves(let target):
      return (
        "FL03", .error,
        Message(
          zh: "符号链接不得指向文件夹之外：“\(path)”指向“\(target)”",
          en: "symbolic links must stay inside the folder: '\(path)' leads to '\(target)'"),
        Message(zh: "把文件复制进来", en: "copy the file into the folder")
      )
    case .linkLoops:
      return (
        "FL03", .error,
        Message(zh: "符号链接“\(path)”绕回了它自己的上级文件夹", en: "the symbolic link '\(path)' leads back to a folder above itself"),
        Message(zh: "删除这个链接", en: "remove the link")
      )
    case .linkBelowLink:
      return (
        "FL03", .error,
        Message(
          zh: "经链接进入的文件夹里不得再有指向文件夹的链接：“\(path)”",
          en: "a folder reached by a link may not hold links to folders itself: '\(path)'"),
        Message(zh: "直接链接到最终的文件夹", en: "link to the final folder")
      )
    case .linkBroken:
      return (
        "FL03", .error, Message(zh: "符号链接“\(path)”指向的文件不存在", en: "the symbolic link '\(path)' leads to nothing"),
        Message(zh: "修正或删除这个链接", en: "mend or remove the link")
      )
    case .notAFile:
      return (
        "FL04", .warning,
        Message(
          zh: "只读取普通文件；“\(path)”是管道、套接字或设备，已忽略",
          en: "only plain files are read; '\(path)' is a pipe, socket or device and is ignored"),
        nil
      )
    case .tooDeep(let limit):
      return (
        "FL05", .error,
        Message(zh: "文件夹最多嵌套 \(limit) 层：“\(path)”", en: "folders nest at most \(limit) deep: '\(path)'"), nil
      )
    case .tooMany(let limit):
      return (
        "FL05", .error,
        Message(
          zh: "一个文件夹最多 \(limit) 个文件：“\(path)”超过了",
          en: "a folder holds at most \(limit) files; '\(path)' holds more"),
        Message(zh: "检查 --root 是否指错了位置", en: "check that --root names the right folder")
      )
    case .noFolder:
      return (
        "FL06", .error, Message(zh: "文件夹“\(path)”不存在", en: "the folder '\(path)' does not exist"),
        Message(zh: "用 --root 指定门户所在的文件夹", en: "name the portal's folder with --root")
      )
    }
  }
}
