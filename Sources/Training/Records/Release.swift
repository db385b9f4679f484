import Expressions

/// Something that looks personal and is not: the scan of what is published lets it pass.
package struct Release: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var value = ""
  package var reason = ""

  package init() {}
  package static func store(in model: Model) -> RecordStore<Release> { model.releases }
  /// Filled from `privacy.yml`.
  package static var shelf: any WritableKeyPath<Records, [Release]> & Sendable { \.releases }

  /// `release`: a file, digits, an address or a name that may be published though PV01–PV04, PV06 or LS06 would stop it. It has no id field.
  package static let table = RecordTable<Release>(
    "release", "放行",
    [
      .required("value", "内容", \.value, "发布检查误认为个人信息的号码、邮箱，名单不公开时仍可公开的姓名，或有同意书的附件（content/ 以下的路径），照原样写"),
      .required("reason", "理由", \.reason, "为什么不是个人信息，或为什么可以公开"),
    ])
}

extension Model {
  /// Whether `privacy.yml` says with a reason that the attachment at `path`, below `content/`, may be public.
  ///
  /// - Complexity: O(releases).
  package func isReleased(_ path: String) -> Bool {
    releases.records.contains { release in
      [path, "content/" + path].contains(release.value)
        || !release.value.contains("/") && path.hasSuffix("/" + release.value)
    }
  }
}
