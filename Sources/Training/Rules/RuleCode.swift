package import Diagnostics
import Expressions
import Values

/// The codes that a portal's own rules may speak under: those of counts, completeness, order and sums of what an authority plans,
/// where one wants this and another that. What law or form demand of everybody (lists, privacy, schemes, output) is not among
/// them.
package enum RuleCode: String, Choice {
  /// Of no family.
  case declared = "CO02"
  case reference = "RF02"
  case orphan = "RF03"
  case unmetTier = "RF04"
  case completeness = "RF06"
  case range = "RF08"
  case contradiction = "RF09"
  case missingDate = "DT05"
  case order = "DT07"
  case clash = "DT09"
  case cadence = "DT10"
  case hours = "HR02"
  case credits = "HR04"
  case heads = "HR05"
  case budget = "HR07"
  case fees = "HR08"
  case classSizes = "CL06"
  case outcome = "OU02"
  case numbering = "TX03"

  /// As RF08 says it: “不在代码的取值之内”, “not one of the code values”.
  package static var typeName: Message { Message(zh: "代码", en: "code") }

  /// What messages have.
  package var diagnosticCode: DiagnosticCode { DiagnosticCode(rawValue) }

  /// How grave the built-in rules of the family are.
  var severity: Severity {
    switch self {
    case .orphan, .missingDate, .numbering: .warning
    case .declared, .reference, .unmetTier, .completeness, .range, .contradiction, .order, .clash, .cadence, .hours,
      .credits, .heads,
      .budget, .fees,
      .classSizes, .outcome:
      .error
    }
  }
}
