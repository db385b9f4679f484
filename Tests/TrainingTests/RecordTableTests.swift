import Diagnostics
import Expressions
import Testing
import Training

/// The one table of each kind of record.
@Suite struct RecordTableTests {
  /// A kind of record, whatever it is.
  private static let kinds: [any Record.Type] = [
    Settings.self, Filing.self, NoticeRule.self, WorkCalendarYear.self, CalendarDay.self, Area.self, Institution.self,
    Contact.self, Expert.self, Plan.self, Basis.self, Cycle.self, CreditRule.self, Phase.self, Milestone.self,
    Project.self, Change.self, Module.self, Tier.self, CoursePack.self, Course.self, Deliverable.self, Assignment.self,
    Step.self, Pending.self, Stream.self, Class.self, Group.self, Tutor.self, Session.self, Newsletter.self,
    Period.self, Figure.self, Scheme.self, Item.self, ItemPart.self, Grade.self, Threshold.self, Target.self,
    RequiredCount.self, Amendment.self, Outcome.self, Question.self, Notice.self, DisclosurePeriod.self,
    Attachment.self, Correction.self, Approval.self, PublicList.self, ListRow.self, HelpPage.self, Release.self,
  ]

  private func expectInOrder<R: Record>(_ kind: R.Type) {
    let name = R.table.name
    let names = R.table.fields.map(\.name)
    let headers = R.table.fields.map(\.header)
    #expect(Set(names).count == names.count, "\(name): \(names)")
    #expect(Set(headers).count == headers.count, "\(name): \(headers)")
    #expect(Set(names).isDisjoint(with: headers), "\(name)")
    let attributes = R.table.recordType.attributes.map(\.name)
    #expect(Set(attributes).count == attributes.count, "\(name): \(attributes)")
    for field in R.table.fields {
      #expect(!field.doc.isEmpty && !field.typeName.zh.isEmpty && !field.typeName.en.isEmpty, "\(name).\(field.name)")
      #expect(field.name.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 }, "\(name).\(field.name)")
      #expect(R.table.index(of: field.name) == R.table.index(of: field.header))
    }
    #expect(!name.isEmpty && !R.table.title.isEmpty)
    #expect(names.count <= 64, "\(name): a bit per field marks it as unsound")
  }

  @Test func `names, headers and attributes are unique and described`() {
    for kind in Self.kinds { expectInOrder(kind) }
  }

  @Test func `kinds that links and messages name differ`() {
    func name<R: Record>(_ kind: R.Type) -> String { R.table.name }
    let names = Self.kinds.filter { $0 is any IdentifiedRecord.Type }.map { name($0) }
    #expect(Set(names).count == names.count)
    #expect(names.count == 23)
  }
}
