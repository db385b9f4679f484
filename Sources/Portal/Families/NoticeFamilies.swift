import Expressions
import Training
import Values

/// All notices: what is open first.
let noticeIndexFamily = PageFamily(
  "notices", layout: "notices.html", variables: [("groups", .list(.record { NoticeGroups.recordType }))]
) { _ in
  [
    Page(SitePath("notices/"), title: "公告", description: "公示、结果、通知和更正。", section: .notices) {
      [NoticeGroups.value($0)]
    }
  ]
}

/// Notices by what they mean to a reader.
enum NoticeGroups {
  static let recordType = RecordType(
    "notice-group", [.init("title", .text, doc: "组名"), .init("notices", Notice.listType, doc: "公告，新的在前")])

  static func value(_ context: PortalContext) -> Value {
    let model = context.model
    let notices = HomeViews.latestNotices(in: model)
    let groups: [(String, (Notice) -> Bool)] = [
      ("正在公示", { $0.isOpen(in: model) }),
      ("结果与通报", { $0.kind == .bulletin }),
      ("通知与导学", { $0.kind == .notice || $0.kind == .guidance }),
      ("更正", { $0.kind == .correction }),
      ("已结束的公示", { $0.kind == .disclosure && !$0.isOpen(in: model) }),
    ]
    return .list(
      groups.compactMap { title, belongs in
        let own = notices.filter(belongs)
        return own.isEmpty ? nil : .record(View(recordType, [.text(title), context.entities(own)]))
      })
  }
}

/// The page of each notice; while rows of a list are public it is kept out of search engines.
let noticeFamily = PageFamily(
  "notice", layout: "notice.html", variables: [("notice", Notice.entityType), ("code", .html)]
) { context in
  let model = context.model
  return model.notices.records.filter { $0.date <= model.asOf }.map { notice in
    let project = notice.project?.record(in: model)
    var text = PageText(
      of: notice, scope: project.map { [("project", Project.entityType, context.entity($0))] } ?? [])
    text?.lacksRecords = project.map { !$0.isWhole } ?? false
    return Page(
      context.path(of: notice), title: notice.title, description: notice.summary, section: .notices,
      crumbs: [Crumb("公告", SitePath("notices/"))], isNoIndex: notice.showsList(in: model),
      text: text
    ) { [$0.entity(notice), .html(Markup(addressCode(of: notice, $0)))] }
  }
}

/// A QR code of the address of `notice`, for whoever reads it on paper.
private func addressCode(of notice: Notice, _ context: PortalContext) -> [UInt8] {
  let address = context.model.settings.baseURL.text + context.path(of: notice).path
  return QRCode(Array(address.utf8)).map { Array($0.svg.utf8) } ?? []
}
