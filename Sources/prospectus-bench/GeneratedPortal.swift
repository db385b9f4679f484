import Files

/// A portal being written for measuring: files below a folder.
struct GeneratedPortal {
  let folder: String
  private let files: any FileStore
  private(set) var count = 0

  init(_ folder: String, in world: World) {
    self.folder = folder
    files = world.files
  }

  mutating func write(_ path: String, _ text: String) throws(FileError) { try write(path, Array(text.utf8)) }

  mutating func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try files.write(bytes, to: folder + "/" + path)
    count += 1
  }

  /// The settings, one area, one contact and a plan: what every portal has.
  mutating func writeFrame(name: String, project: String) throws(FileError) {
    try write(
      "content/site.yml",
      """
      format: 1
      id: bench
      name: \(name)
      short_name: 测速门户
      level: 市
      base_url: https://bench.example/
      as_of: 2026-09-18
      description: 用来测速的门户
      contact: office
      current_plan: "2026"
      featured_project: \(project)

      """)
    try write(
      "content/org/contacts.yml",
      "contacts:\n  - {id: office, office: 培训管理办公室, phone: 0500-0000 1234, mail: office@bench.example}\n")
    try write(
      "content/years/2026/plan.md",
      "---\ntitle: 2026年教师培训工作计划\nsummary: 用来测速的计划。\n---\n\n## 说明\n\n这个门户由程序生成。\n")
  }

  /// Copies the layouts of another portal.
  mutating func copyLayouts(from folder: String) throws(FileError) {
    for file in files.snapshot(SnapshotRequest(folder: folder, label: "layouts")).files {
      try write(file.path, file.bytes ?? [])
    }
  }
}
