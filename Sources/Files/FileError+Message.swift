package import Diagnostics

extension FileError {
  /// The error as a diagnostic: FL01 for what cannot be read, FL10 for what cannot be written, FL11 when there is no room.
  /// `path` is shown instead of the one the call was made with (`content/a.md` for an absolute one).
  package func diagnostic(shownAs path: String? = nil) -> Diagnostic {
    let shown = path ?? self.path
    return Diagnostic(code, .error, message(shown), at: SourceLocation(shown), repair: repair)
  }

  private var code: DiagnosticCode {
    switch (action, reason) {
    case (.read, _): "FL01"
    case (.write, .full), (.write, .tooLarge), (.rename, .full), (.lock, .full): "FL11"
    case (.write, _), (.rename, _), (.remove, _), (.lock, _): "FL10"
    }
  }

  private func message(_ path: String) -> Message {
    let why = reason.message
    switch action {
    case .read: return Message(zh: "无法读取“\(path)”：\(why.zh)", en: "cannot read '\(path)': \(why.en)")
    case .write: return Message(zh: "无法写入“\(path)”：\(why.zh)", en: "cannot write '\(path)': \(why.en)")
    case .rename: return Message(zh: "无法移动“\(path)”：\(why.zh)", en: "cannot move '\(path)': \(why.en)")
    case .remove: return Message(zh: "无法删除“\(path)”：\(why.zh)", en: "cannot remove '\(path)': \(why.en)")
    case .lock: return Message(zh: "无法锁定“\(path)”：\(why.zh)", en: "cannot lock '\(path)': \(why.en)")
    }
  }

  private var repair: Message? {
    switch reason {
    case .notPermitted:
      Message(zh: "检查文件和上级文件夹的权限", en: "check the permissions of the file and of the folder above it")
    case .readOnly: Message(zh: "换一个可以写入的位置", en: "choose a place that can be written to")
    case .full: Message(zh: "腾出空间后重试", en: "make room and try again")
    case .tooManyOpenFiles: Message(zh: "用 ulimit -n 放宽上限", en: "raise the limit with ulimit -n")
    case .missing, .isFolder, .notFolder, .exists, .notEmpty, .tooLarge, .otherFileSystem, .busy, .unsupported,
      .linkLoop, .nameTooLong, .invalidName, .system:
      nil
    }
  }
}

extension FileError.Reason {
  /// The reason alone, to stand behind a colon.
  package var message: Message {
    switch self {
    case .missing: Message(zh: "不存在", en: "it does not exist")
    case .notPermitted: Message(zh: "没有权限", en: "permission denied")
    case .readOnly: Message(zh: "所在磁盘只读", en: "the disk is read-only")
    case .isFolder: Message(zh: "它是文件夹", en: "it is a folder")
    case .notFolder: Message(zh: "路径中有一段不是文件夹", en: "a part of the path is not a folder")
    case .exists: Message(zh: "已经存在", en: "it exists already")
    case .notEmpty: Message(zh: "文件夹不是空的", en: "the folder is not empty")
    case .full: Message(zh: "磁盘已满或超出配额", en: "the disk is full or the quota is used up")
    case .tooLarge(let limit?):
      Message(zh: "超过 \(limit) 字节的上限", en: "it is larger than the limit of \(limit) bytes")
    case .tooLarge(nil):
      Message(zh: "超过系统允许的文件大小", en: "it exceeds the file size the system allows")
    case .otherFileSystem: Message(zh: "跨越了两个文件系统", en: "it lies on another file system")
    case .busy: Message(zh: "正被占用（例如挂载点）", en: "it is in use (a mount point, for example)")
    case .unsupported: Message(zh: "文件系统不支持此操作", en: "the file system does not support this")
    case .linkLoop: Message(zh: "符号链接成环", en: "symbolic links form a loop")
    case .nameTooLong: Message(zh: "名称过长", en: "the name is too long")
    case .invalidName: Message(zh: "名称无效", en: "the name is not valid")
    case .tooManyOpenFiles: Message(zh: "打开的文件过多", en: "too many files are open")
    case .system(let number):
      Message(
        zh: "系统错误 \(number)（\(System.text(of: number))）", en: "system error \(number) (\(System.text(of: number)))")
    }
  }
}
