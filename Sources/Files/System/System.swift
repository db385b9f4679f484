// The files of this folder are the ones of this module with `unsafe`: each function here is one system call, with
// interruptions repeated and `errno` turned into `FileError.Reason`. Nothing above the folder sees a pointer.
import CPlatform
import Glibc

/// System calls over `RawPath` and descriptor numbers.
enum System {
  typealias Failure = FileError.Reason

  /// Relative paths start at the working folder.
  static let workingFolder: Int32 = AT_FDCWD

  /// What `fstat` says, as far as it is used here.
  struct Status: Hashable, Sendable {
    var kind: FileKind
    var device: UInt64
    var inode: UInt64
    /// Bytes.
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
    /// When the system last noted a change of the file or of what is known of it, in nanoseconds since 1970; no one can
    /// set it.
    var changed: Int64
    /// Permission bits only.
    var mode: UInt32
    var owner: UInt32
    var group: UInt32
  }

  static func open(_ path: RawPath, in folder: Int32, flags: Int32, mode: UInt32 = 0) throws(Failure) -> Int32 {
    try check { unsafe path.call { unsafe prospectus_open(folder, $0, flags | O_CLOEXEC, mode) } }
  }

  static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  static func status(of descriptor: Int32) throws(Failure) -> Status {
    var raw = stat()
    try check { unsafe fstat(descriptor, &raw) }
    return Status(raw)
  }

  /// Nanoseconds since 1970; 0 when the file system does not tell.
  static func birth(of descriptor: Int32) -> Int64 { Int64(prospectus_birth(descriptor)) }

  static func status(of path: RawPath, in folder: Int32, followingLinks: Bool) throws(Failure) -> Status {
    var raw = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    try check { unsafe path.call { unsafe fstatat(folder, $0, &raw, flags) } }
    return Status(raw)
  }

  /// Reads to the end: `expected` bytes with one call when the file has not changed since it was measured; `expected` 0
  /// (a pipe, a file of `/proc`) reads until nothing comes.
  static func read(_ descriptor: Int32, expected: Int) throws(Failure) -> [UInt8] {
    var failure: Failure?
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      while count < expected {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, expected - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = Failure(errno: errno) }
        guard got > 0 else { break }
        count += got
      }
    }
    if let failure { throw failure }
    if expected == 0 { try readUntilEnd(descriptor, into: &bytes) }
    return bytes
  }

  private static func readUntilEnd(_ descriptor: Int32, into bytes: inout [UInt8]) throws(Failure) {
    let step = 65536
    while true {
      var got = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        repeat { got = unsafe Glibc.read(descriptor, buffer.baseAddress, step) } while got < 0 && errno == EINTR
        count = max(0, got)
      }
      if got < 0 { throw Failure(errno: errno) }
      if got == 0 { return }
      bytes.append(contentsOf: part)
    }
  }

  /// Writes all bytes, in one call when the system takes them in one.
  static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(Failure) {
    var failure: Failure?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var done = 0
      while done < buffer.count {
        let written = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        if written < 0, errno == EINTR { continue }
        if written < 0 {
          failure = Failure(errno: errno)
          return
        }
        done += written
      }
    }
    if let failure { throw failure }
  }

  static func makeFolder(_ path: RawPath, in folder: Int32, mode: UInt32 = 0o777) throws(Failure) {
    try check { unsafe path.call { unsafe mkdirat(folder, $0, mode) } }
  }

  static func rename(_ from: RawPath, in folder: Int32, to: RawPath, in target: Int32, replacing: Bool) throws(Failure)
  {
    try check {
      unsafe from.call { from in
        unsafe to.call { to in
          unsafe replacing ? renameat(folder, from, target, to) : prospectus_rename_new(folder, from, target, to)
        }
      }
    }
  }

  static func exchange(_ first: RawPath, _ second: RawPath) throws(Failure) {
    try check { unsafe first.call { first in unsafe second.call { unsafe prospectus_exchange(first, $0) } } }
  }

  static func link(_ from: RawPath, in folder: Int32, to: RawPath, in target: Int32) throws(Failure) {
    try check { unsafe from.call { from in unsafe to.call { unsafe linkat(folder, from, target, $0, 0) } } }
  }

  static func symbolicLink(to destination: RawPath, at path: RawPath, in folder: Int32) throws(Failure) {
    try check { unsafe destination.call { there in unsafe path.call { unsafe symlinkat(there, folder, $0) } } }
  }

  static func destination(ofLink path: RawPath, in folder: Int32) throws(Failure) -> RawPath {
    var length = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      length = unsafe path.call { path in
        unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
          guard let start = chars.baseAddress else { return -1 }
          return unsafe readlinkat(folder, path, start, chars.count)
        }
      }
      count = max(0, length)
    }
    if length < 0 { throw Failure(errno: errno) }
    guard let destination = RawPath(name: bytes) else { throw .invalidName }
    return destination
  }

  static func remove(_ path: RawPath, in folder: Int32, isFolder: Bool) throws(Failure) {
    try check { unsafe path.call { unsafe unlinkat(folder, $0, isFolder ? AT_REMOVEDIR : 0) } }
  }

  static func setMode(_ mode: UInt32, of descriptor: Int32) throws(Failure) {
    try check { fchmod(descriptor, mode) }
  }

  /// Links are followed: Linux knows no rights of links.
  static func setMode(_ mode: UInt32, of path: RawPath, in folder: Int32) throws(Failure) {
    try check { unsafe path.call { unsafe fchmodat(folder, $0, mode, 0) } }
  }

  static func setOwner(_ owner: UInt32, _ group: UInt32, of descriptor: Int32) throws(Failure) {
    try check { fchown(descriptor, owner, group) }
  }

  /// Takes the lock of an open file; `false` when another process holds it and `wait` is off.
  static func lock(_ descriptor: Int32, wait: Bool) throws(Failure) -> Bool {
    while prospectus_lock(descriptor, wait ? 1 : 0) < 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw Failure(errno: errno) }
    }
    return true
  }

  /// The path without links, `.` and `..`; the file must exist.
  static func realPath(_ path: RawPath) throws(Failure) -> RawPath {
    guard let resolved = unsafe path.call({ unsafe realpath($0, nil) }) else { throw Failure(errno: errno) }
    defer { unsafe free(resolved) }
    return RawPath(name: unsafe cBytes(resolved)) ?? .here
  }

  /// Calls `body` for each entry except `.` and `..`, in the order of the file system; `kind` is `nil` where the file
  /// system does not tell. `descriptor` is consumed.
  static func list(_ descriptor: Int32, _ body: (RawPath, FileKind?) -> Void) throws(Failure) {
    guard let stream = unsafe fdopendir(descriptor) else {
      let failure = Failure(errno: errno)
      close(descriptor)
      throw failure
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let kind = unsafe FileKind(directoryEntry: entry.pointee.d_type)
      guard let name = RawPath(name: unsafe cBytes(prospectus_entry_name(entry))) else { continue }
      if name.bytes.elementsEqual([46]) || name.bytes.elementsEqual([46, 46]) { continue }
      body(name, kind)
    }
    if errno != 0 { throw Failure(errno: errno) }
  }

  /// The system's own words for an error number, in English.
  static func text(of number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "errno \(number)" }
    return unsafe String(cString: text)
  }

  /// The text as `strlen` bytes.
  private static func cBytes(_ pointer: UnsafePointer<CChar>) -> [UInt8] {
    let count = unsafe strlen(pointer)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: pointer, count: count))
  }

  @discardableResult
  static func check(_ call: () -> Int32) throws(Failure) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Failure(errno: errno) }
    }
  }
}

extension RawPath {
  /// Calls `body` with the bytes as a C string.
  func call<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe terminated.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        // An array with its NUL is never empty, so it has an address.
        guard let start = chars.baseAddress else { preconditionFailure("a path ends with NUL") }
        return unsafe body(start)
      }
    }
  }
}

extension System.Status {
  fileprivate init(_ raw: stat) {
    kind = FileKind(mode: raw.st_mode)
    device = UInt64(raw.st_dev)
    inode = UInt64(raw.st_ino)
    size = Int(raw.st_size)
    modified = Int64(raw.st_mtim.tv_sec) * 1_000_000_000 + Int64(raw.st_mtim.tv_nsec)
    changed = Int64(raw.st_ctim.tv_sec) * 1_000_000_000 + Int64(raw.st_ctim.tv_nsec)
    mode = UInt32(raw.st_mode) & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
  }
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  fileprivate init?(directoryEntry type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

extension FileError.Reason {
  /// The reason behind an error number.
  init(errno number: Int32) {
    switch number {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .notPermitted
    case EROFS: self = .readOnly
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .notFolder
    case EEXIST: self = .exists
    case ENOTEMPTY: self = .notEmpty
    case ENOSPC, EDQUOT: self = .full
    case EFBIG: self = .tooLarge(limit: nil)
    case EXDEV: self = .otherFileSystem
    case EBUSY, ETXTBSY: self = .busy
    case ENOSYS, EINVAL, EOPNOTSUPP: self = .unsupported
    case ELOOP: self = .linkLoop
    case ENAMETOOLONG: self = .nameTooLong
    case EMFILE, ENFILE: self = .tooManyOpenFiles
    default: self = .system(number)
    }
  }
}
