import Publishing

/// The rows of a report, each told once: a course whose enrolment ends stands in the tables of many pages. Lists of names come
/// first and are told whole.
struct DistinctRows {
  /// What is told, with those rows alone that are not told before.
  private(set) var tables: [(table: PortalDifference.ChangedTable, rows: TableDifference)] = []
  /// How many more tables have nothing but what is told already.
  private(set) var repeated = 0

  /// - Complexity: O(tables × log tables + cells).
  init(_ all: [PortalDifference.ChangedTable]) {
    var seen: Set<[[String]]> = []
    for table in all.sorted(by: Self.comesBefore) {
      var rows = table.rows
      if !rows.isNameList {
        let columns = rows.columns
        rows.added.removeAll { !seen.insert([columns, [], $0]).inserted }
        rows.removed.removeAll { !seen.insert([columns, $0, []]).inserted }
        rows.changed.removeAll { !seen.insert([columns, $0.before, $0.after]).inserted }
      }
      let hasRows = !rows.added.isEmpty || !rows.removed.isEmpty || !rows.changed.isEmpty
      let hadRows = !table.rows.added.isEmpty || !table.rows.removed.isEmpty || !table.rows.changed.isEmpty
      if hasRows || !hadRows || rows.formerCaption != nil { tables.append((table, rows)) } else { repeated += 1 }
    }
  }

  /// Lists of names, files, then pages from the top: what stands deeper is a part of them.
  private static func comesBefore(_ left: PortalDifference.ChangedTable, _ right: PortalDifference.ChangedTable) -> Bool
  {
    func key(_ table: PortalDifference.ChangedTable) -> (Int, Int, String, String) {
      (
        table.rows.isNameList ? 0 : table.page == nil ? 1 : 2, table.address.utf8.count { $0 == UInt8(ascii: "/") },
        table.address, table.rows.caption
      )
    }
    return key(left) < key(right)
  }
}
