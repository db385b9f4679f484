import Expressions
package import Training

/// Files beside the pages of notices that are made from what they say: the public columns of a list as a table, and the last day
/// of a disclosure for calendars.
package enum NoticeFiles {
  /// A file of the portal.
  package struct File: Sendable {
    /// Below the portal's root.
    package let path: String
    package let bytes: [UInt8]
  }

  /// Those of all notices that are public on the day of `model`, in the order of the notices. A table is there as long as its rows
  /// are shown, a calendar until the last day is over.
  ///
  /// - Complexity: O(rows that are shown).
  package static func all(in model: Model) -> [File] {
    var files: [File] = []
    for notice in model.notices.records where notice.date <= model.asOf {
      if let path = notice.tablePath(in: model) {
        files.append(File(path: path.path, bytes: notice.listTable(notice.publicColumns(in: model), in: model)))
      }
      if let path = notice.calendarPath(in: model), let until = notice.period?.until {
        let event = CalendarEvent(
          id: notice.id.text, at: until, title: (notice.shortTitle ?? notice.title) + "：公示截止",
          address: model.settings.baseURL.text + model.routes.path(of: "notice", id: notice.id.text).path,
          written: notice.date)
        files.append(File(path: path.path, bytes: event.file(generator: "prospectus", host: model.settings.id.text)))
      }
    }
    return files
  }
}
