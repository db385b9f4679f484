extension Filter {
  /// Every filter there is; the order is that of the reference.
  package static let all: [Filter] =
    [
      .default, .length, .join, .first, .last, .sort, .reverse, .unique, .list, .batch, .slice, .map, .select,
      .reject, .selectattr, .rejectattr, .groupby, .sum, .min, .max, .items, .dictsort, .attr,
      .upper, .lower, .title, .capitalize, .trim, .replace, .truncate, .string, .wordcount, .indent, .striptags,
      .center, .int, .round, .abs, .filesizeformat, .escape, .forceescape, .safe, .tojson, .json, .urlencode,
      .date, .weekday, .number, .percent, .money, .truncateHan, .mask, .strokeSort, .pinyinSort, .strokes,
      .url, .asset,
    ]

  private static let byName: [String: Filter] = {
    var table: [String: Filter] = [:]
    for filter in all { for name in [filter.name] + filter.aliases { table[name] = filter } }
    return table
  }()

  /// The filter called `name`.
  package static func named(_ name: String) -> Filter? { byName[name] }

  /// All names and aliases, sorted.
  package static var names: [String] { byName.keys.sorted() }
}
