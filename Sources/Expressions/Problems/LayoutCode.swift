package import Diagnostics

/// Every diagnostic code of layouts and expressions.
package enum LayoutCode: String, CaseIterable, Sendable {
  case syntax = "LT01"
  case limit = "LT02"
  case leftOut = "LT03"
  case unknownVariable = "LT04"
  case unknownAttribute = "LT05"
  case unknownFilter = "LT06"
  case arguments = "LT07"
  case wrongType = "LT08"
  case optional = "LT09"
  case strings = "LT10"
  case safe = "LT11"
  case tags = "LT12"
  case missingLayout = "LT13"
  case circle = "LT14"
  case blocks = "LT15"
  case place = "LT16"
  case branches = "LT17"
  case macros = "LT18"
  case imports = "LT19"
  case unused = "LT20"
  case encoding = "LT21"
  case declarations = "LT22"
  case undefined = "LT30"
  case value = "LT31"
  case address = "LT32"
  case runLimit = "LT33"

  /// The same code as diagnostics carry it: `LT01` … `LT33`.
  package var code: DiagnosticCode { DiagnosticCode(rawValue) }
}
