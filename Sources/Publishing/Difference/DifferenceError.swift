package import Diagnostics
package import Files

/// Why two portals cannot be compared.
package enum DifferenceError: Error, Hashable, Sendable {
  case file(FileError)
  /// Symbolic links are not followed: they could lead anywhere.
  case link(String)
  /// A pipe, socket or device.
  case notAFile(String)
  /// Below this folder there is a name that is not UTF-8.
  case badName(String)
  case tooDeep(String)

  /// The error as a message.
  package var diagnostic: Diagnostic {
    switch self {
    case .file(let error): error.diagnostic()
    case .link(let path):
      Diagnostic(
        "FL03",
        Message(
          zh: "“\(path)”是符号链接；比较只看门户自己的文件", en: "'\(path)' is a symbolic link; only files of a portal are compared"),
        at: SourceLocation(path),
        repair: Message(zh: "给出构建写的文件夹，或它的完整副本", en: "give the folder that a build wrote, or a whole copy of it"))
    case .notAFile(let path):
      Diagnostic(
        "FL04", Message(zh: "“\(path)”不是普通文件", en: "'\(path)' is no plain file"), at: SourceLocation(path))
    case .badName(let path):
      Diagnostic(
        "FL02", Message(zh: "“\(path)”里有文件名不是 UTF-8", en: "a file name in '\(path)' is not UTF-8"),
        at: SourceLocation(path))
    case .tooDeep(let path):
      Diagnostic(
        "FL05", Message(zh: "文件夹嵌套太深：“\(path)”", en: "folders nest too deep: '\(path)'"), at: SourceLocation(path))
    }
  }
}
