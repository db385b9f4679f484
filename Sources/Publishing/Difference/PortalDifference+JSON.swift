import Values

extension PortalDifference {
  /// The report for programs. Keys stay what they are while `format` is 1; new ones may come.
  ///
  /// ```
  /// format      1
  /// same        whether nothing has changed
  /// old, new    generator and as_of of the manifests; null without one
  /// pages       added, removed: page; moved: page with from and redirected; changed: page with former_title (or null),
  ///             text: a list of {before, after} (null for what came or went), reordered,
  ///             details: a list of {kind, before, after}, each {text, target} or null
  /// tables      address, page (null for a file), caption, former_caption (or null), names (a list of names),
  ///             columns, former_columns (or null), added and removed: lists of cells, changed: {before, after}, reordered
  /// frames      text, reordered and details as for changed pages, addresses
  /// technical   addresses
  /// unreadable  addresses of CSV files of which nothing is said but that they differ
  /// files       kind, added, removed, changed: counts
  /// page        address, title, trail, kind, redirect (or null)
  /// ```
  ///
  /// - Complexity: O(size of the report).
  package var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("format", 1)
      json.field("same", isEmpty)
      Self.write(old, "old", &json)
      Self.write(new, "new", &json)
      json.key("pages")
      json.object { json in writePages(&json) }
      Self.list("tables", tables, &json) { table, json in Self.write(table, &json) }
      Self.list("frames", frames, &json) { frame, json in
        Self.write(frame.text, &json)
        Self.write(frame.details, &json)
        Self.texts("addresses", frame.addresses, &json)
      }
      Self.texts("technical", technical, &json)
      Self.texts("unreadable", unreadable, &json)
      Self.list("files", files, &json) { file, json in
        json.field("kind", file.kind.rawValue)
        json.field("added", file.added)
        json.field("removed", file.removed)
        json.field("changed", file.changed)
      }
    }
    return json.output
  }

  private func writePages(_ json: inout JSONWriter) {
    Self.list("added", added, &json) { Self.write($0, &$1) }
    Self.list("removed", removed, &json) { Self.write($0, &$1) }
    Self.list("moved", moved, &json) { move, json in
      json.field("from", move.from)
      Self.write(move.page, &json)
      json.field("redirected", move.isRedirected)
    }
    Self.list("changed", changed, &json) { change, json in
      Self.write(change.page, &json)
      Self.field("former_title", change.formerTitle, &json)
      Self.write(change.text, &json)
      Self.write(change.details, &json)
    }
  }

  private static func write(_ edition: Edition?, _ name: String, _ json: inout JSONWriter) {
    json.key(name)
    guard let edition else { return json.null() }
    json.object { json in
      json.field("generator", edition.generator)
      json.field("as_of", edition.asOf)
    }
  }

  private static func write(_ page: ReadablePage, _ json: inout JSONWriter) {
    json.field("address", page.address)
    json.field("title", page.title)
    texts("trail", page.trail, &json)
    json.field("kind", page.kind)
    field("redirect", page.redirect, &json)
  }

  private static func write(_ text: TextDifference, _ json: inout JSONWriter) {
    list("text", text.changes, &json) { change, json in
      field("before", change.before, &json)
      field("after", change.after, &json)
    }
    json.field("reordered", text.isReordered)
  }

  private static func write(_ details: DetailDifference, _ json: inout JSONWriter) {
    func write(_ name: String, _ detail: PageDetail?, _ json: inout JSONWriter) {
      json.key(name)
      guard let detail else { return json.null() }
      json.object { json in
        json.field("text", detail.text)
        json.field("target", detail.target)
      }
    }
    list("details", details.changes, &json) { change, json in
      json.field("kind", change.kind.rawValue)
      write("before", change.before, &json)
      write("after", change.after, &json)
    }
  }

  private static func write(_ table: ChangedTable, _ json: inout JSONWriter) {
    json.field("address", table.address)
    json.key("page")
    if let page = table.page { json.object { write(page, &$0) } } else { json.null() }
    json.field("caption", table.rows.caption)
    field("former_caption", table.rows.formerCaption, &json)
    json.field("names", table.rows.isNameList)
    texts("columns", table.rows.columns, &json)
    if let columns = table.rows.formerColumns {
      texts("former_columns", columns, &json)
    } else {
      field("former_columns", nil, &json)
    }
    for (name, rows) in [("added", table.rows.added), ("removed", table.rows.removed)] {
      json.key(name)
      json.array { json in for row in rows { json.array { json in for cell in row { json.string(cell) } } } }
    }
    list("changed", table.rows.changed, &json) { change, json in
      texts("before", change.before, &json)
      texts("after", change.after, &json)
    }
    json.field("reordered", table.rows.isReordered)
  }

  private static func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.array { json in for item in items { json.object { json in write(item, &json) } } }
  }

  private static func texts(_ name: String, _ texts: [String], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in for text in texts { json.string(text) } }
  }

  private static func field(_ name: String, _ text: String?, _ json: inout JSONWriter) {
    json.key(name)
    if let text { json.string(text) } else { json.null() }
  }
}
