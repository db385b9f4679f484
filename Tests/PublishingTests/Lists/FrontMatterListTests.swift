import Testing

@testable import Publishing

/// An item is added to a list in a head, and nothing else of the file changes.
@Suite struct FrontMatterListTests {
  @Test(arguments: [
    ("---\ntitle: 甲\nlist:\n  total: 2\n---\n文\n", "---\ntitle: 甲\ncut:\n  - {n: 1}\nlist:\n  total: 2\n---\n文\n"),
    ("---\ntitle: 甲\n---\n文\n", "---\ntitle: 甲\ncut:\n  - {n: 1}\n---\n文\n"),
    ("---\r\ntitle: 甲\r\nlist: {}\r\n---\r\n", "---\r\ntitle: 甲\r\ncut:\r\n  - {n: 1}\r\nlist: {}\r\n---\r\n"),
    ("---\ncut: [{n: 0}] # 备注\nlist: {}\n---\n", "---\ncut: [{n: 0}, {n: 1}] # 备注\nlist: {}\n---\n"),
    ("---\ncut: [{n: 0},\n  {n: 9} ]\n---\n", "---\ncut: [{n: 0},\n  {n: 9}, {n: 1} ]\n---\n"),
    ("---\ncut: []\n---\n", "---\ncut: [{n: 1}]\n---\n"),
    ("---\ncut:\nlist: {}\n---\n", "---\ncut: [{n: 1}]\nlist: {}\n---\n"),
    ("---\ncut: # 没有\nlist: {}\n---\n", "---\ncut: [{n: 1}] # 没有\nlist: {}\n---\n"),
    ("---\ncut:\n  - {n: 0}\n---\n文", "---\ncut:\n  - {n: 0}\n  - {n: 1}\n---\n文"),
    ("---\ncut:\n- n: 0\n  m: 2\nlist: {}\n---\n", "---\ncut:\n- n: 0\n  m: 2\n- {n: 1}\nlist: {}\n---\n"),
    (
      "---\ncut:\n    - n: 0\n      m: 2 # 尾\n\nlist: {}\n---\n",
      "---\ncut:\n    - n: 0\n      m: 2 # 尾\n    - {n: 1}\n\nlist: {}\n---\n"
    ),
    ("\u{FEFF}---\nlist: {}\n---\n", "\u{FEFF}---\ncut:\n  - {n: 1}\nlist: {}\n---\n"),
  ])
  func `the rest stays as it is`(before: String, after: String) {
    let bytes = FrontMatterList.appending("{n: 1}", to: "cut", before: "list", in: Array(before.utf8))
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == after)
  }

  @Test(arguments: ["没有头\n", "---\ncut: 三人\n---\n", "---\ncut: {n: 0}\n---\n", "---\n- 1\n---\n"])
  func `where no item can be added nothing is written`(text: String) {
    #expect(FrontMatterList.appending("{n: 1}", to: "cut", before: "list", in: Array(text.utf8)) == nil)
  }
}
